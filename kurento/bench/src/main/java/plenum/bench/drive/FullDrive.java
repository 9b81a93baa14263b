package plenum.bench.drive;

import java.sql.SQLException;
import plenum.bench.signaling.PlenumDatabase;

/** A drive with many files, as years of use would have left it. */
final class FullDrive {
    private FullDrive() {}

    /** One folder among a thousand files; names, sizes and times in no common order. */
    static void fill(PlenumDatabase database, String drive, int files) throws SQLException {
        database.execute("""
            insert into drive_item (id, drive_id, folder, name, size, type, object_id, words, created_at, changed_at, described)
            select gen_random_uuid(), cast(? as uuid), n % 1000 = 0, 'File ' || n || '.txt', case when n % 1000 = 0 then 0 else n * 7919 % 1000003 end,
                case when n % 1000 = 0 then '' when n % 3 = 0 then 'image/png' else 'text/plain' end,
                case when n % 1000 = 0 then null else gen_random_uuid() end, to_tsvector('simple', 'File ' || n), now(),
                now() - n * 7907 % 1000003 * interval '1 second', true
            from generate_series(1, ?) n\
            """, drive, files);
        database.execute(
                "update drive set used = (select sum(size) from drive_item where drive_id = drive.id) where id = cast(? as uuid)",
                drive);
        database.execute("vacuum analyze drive_item"); // as the database does by itself, some minutes later
    }
}
