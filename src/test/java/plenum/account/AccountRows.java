package plenum.account;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What is stored of accounts, past the application. */
final class AccountRows {
    private AccountRows() {}

    static String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    static void change(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement made = connection.createStatement()) {
            made.executeUpdate(statement);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("plenum.it.db.url"),
                System.getProperty("plenum.it.db.user"),
                System.getProperty("plenum.it.db.password"));
    }
}
