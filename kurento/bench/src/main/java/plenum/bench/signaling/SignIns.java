package plenum.bench.signaling;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import plenum.mediaserver.bench.Latencies;
import plenum.mediaserver.bench.Report;

/** People who sign in with their passwords at a steady rate, through the page, from several offices; beside what else is measured. */
final class SignIns implements AutoCloseable {
    static final int ACCOUNTS = 1000;
    private static final int OFFICES = 20;
    private static final String PASSWORD = "correct horse battery staple";
    /** Of that password, at the cost of {@code Argon2Hash}. */
    private static final String HASH =
            "argon2id$m=19456,t=2,p=1$UkO+xsaMX71BkcusSbPcow$Fe1jwuYlKpnKrJLS5SWS+zcrNJTbiXNdva3KPDDMvhM";

    private final URI site;
    private final int rate;
    private final List<HttpClient> offices = new ArrayList<>();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private Latencies successes = new Latencies();
    private int refusals;
    private int errors;
    private long measuredFrom = System.nanoTime();

    /** @param rate a second */
    SignIns(URI site, int rate) throws IOException {
        this.site = site;
        this.rate = rate;
        for (int office = 1; office <= OFFICES; office++) {
            offices.add(HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName("127.2.0." + office))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build());
        }
    }

    /** Makes the accounts. */
    static void prepare(PlenumDatabase database) throws SQLException {
        database.execute("""
                insert into account (id, email, name, password_hash, role, state, language, zone, muted, camera_off, created_at)
                select gen_random_uuid(), 'sign-in-' || n || '@bench.example', 'Person ' || n, ?, 'USER', 'ACTIVE', 'de', 'Europe/Berlin', false, false, now()
                from generate_series(1, ?) n\
                """, HASH, ACCOUNTS);
    }

    /** Goes on until it is closed. */
    void begin() {
        people.execute(() -> {
            long interval = 1_000_000_000L / rate;
            int tries = 0;
            for (long next = System.nanoTime(); !people.isShutdown(); next += interval) {
                while (System.nanoTime() < next) {
                    LockSupport.parkNanos(next - System.nanoTime());
                }
                int person = tries++;
                try {
                    people.execute(() -> signIn(person));
                } catch (RejectedExecutionException e) {
                    return; // closed meanwhile
                }
            }
        });
    }

    private void signIn(int person) {
        HttpClient office = offices.get(person % OFFICES);
        String form = "sign-in=sign-in&sign-in:submit=&jakarta.faces.ViewState=stateless&to=&sign-in:email="
                + encoded("sign-in-" + (1 + person % ACCOUNTS) + "@bench.example") + "&sign-in:password="
                + encoded(PASSWORD) + "&primefaces.nonce="
                + Base64.getEncoder()
                        .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        HttpRequest page = HttpRequest.newBuilder(site.resolve("/sign-in"))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpRequest post = HttpRequest.newBuilder(site.resolve("/sign-in"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            office.send(page, HttpResponse.BodyHandlers.discarding());
            long began = System.nanoTime();
            HttpResponse<Void> answer = office.send(post, HttpResponse.BodyHandlers.discarding());
            note(answer, System.nanoTime() - began);
        } catch (IOException e) {
            failed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(HttpResponse<Void> answer, long nanos) {
        boolean in = answer.headers().allValues("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith("plenum-session=") && !cookie.startsWith("plenum-session=;"));
        if (in) {
            successes.add(nanos);
        } else {
            refusals++;
        }
    }

    private synchronized void failed() {
        errors++;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Forgets what has happened so far: what is told begins now. */
    synchronized void forget() {
        successes = new Latencies();
        refusals = 0;
        errors = 0;
        measuredFrom = System.nanoTime();
    }

    synchronized void tell(Report report) {
        report.with("signInsPerSecond", successes.count() / ((System.nanoTime() - measuredFrom) / 1e9))
                .with("signInsToldToTryAgain", refusals)
                .with("signInErrors", errors)
                .with("signInMillisP50", successes.millisAt(0.50))
                .with("signInMillisP95", successes.millisAt(0.95))
                .with("signInMillisP99", successes.millisAt(0.99));
    }

    @Override
    public void close() {
        people.shutdownNow();
        offices.forEach(HttpClient::shutdownNow);
    }
}
