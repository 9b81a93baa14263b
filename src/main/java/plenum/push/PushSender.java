package plenum.push;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives one message to a push service (RFC 8030 section 5). Follows no redirect, waits for ten seconds at most, and reads nothing of an answer but its
 * head.
 */
@ApplicationScoped
@NullUnmarked
public class PushSender {
    private static final Logger log = LoggerFactory.getLogger(PushSender.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(28);

    @Inject
    PushKeys keys;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    private HttpClient client;
    private PushCipher cipher;

    @PostConstruct
    void open() {
        cipher = new PushCipher(random);
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    /** Ends with a verdict in any case, soon. */
    CompletableFuture<Verdict> send(PushOutbox.Waiting message) {
        Optional<Vapid> vapid = keys.vapid();
        // the list may have become shorter since the browser was added
        Optional<URI> endpoint = keys.services().endpoint(message.to().endpoint());
        if (vapid.isEmpty() || endpoint.isEmpty()) {
            return CompletableFuture.completedFuture(new Verdict.Refused());
        }
        try {
            return client.sendAsync(request(message, endpoint.get(), vapid.get()), head -> new Unread())
                    .handle((answer, failure) -> failure == null
                            ? verdict(
                                    message,
                                    answer.statusCode(),
                                    answer.headers().firstValue("Retry-After"))
                            : verdict(message, Verdict.NO_ANSWER, Optional.empty()));
        } catch (IllegalArgumentException e) {
            log.warn("a notice cannot be encrypted for its browser: it is dropped", e);
            return CompletableFuture.completedFuture(new Verdict.Refused());
        }
    }

    private Verdict verdict(PushOutbox.Waiting message, int status, Optional<String> retryAfter) {
        Verdict verdict = Verdict.of(status, message.failures(), retryAfter, clock.instant(), message.until());
        note(verdict, status);
        return verdict;
    }

    private HttpRequest request(PushOutbox.Waiting message, URI endpoint, Vapid vapid) {
        Instant now = clock.instant();
        byte[] body = cipher.encrypt(
                message.payload().getBytes(StandardCharsets.UTF_8),
                message.to().p256dh(),
                message.to().auth());
        return HttpRequest.newBuilder(endpoint)
                .timeout(ANSWER)
                .version(
                        "https".equalsIgnoreCase(endpoint.getScheme())
                                ? HttpClient.Version.HTTP_2
                                : HttpClient.Version.HTTP_1_1)
                .header("Authorization", vapid.authorization(endpoint, now))
                .header("TTL", Long.toString(seconds(now, message.until())))
                .header("Urgency", "high")
                .header("Topic", message.topic())
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** RFC 8030 section 5.2; services take four weeks at most. */
    private static long seconds(Instant now, Instant until) {
        return Math.clamp(Duration.between(now, until).toSeconds(), 0, LONGEST.toSeconds());
    }

    /** Neither addresses nor keys: whoever reads the log could be somebody else. */
    private static void note(Verdict verdict, int status) {
        switch (verdict) {
            case Verdict.Refused() -> log.warn("a push service refuses a notice with {}: it is dropped", status);
            case Verdict.TooLate() -> log.warn("a notice was not taken in time, last answer {}: it is dropped", status);
            case Verdict.Later(Instant at) ->
                log.info("a push service answers {}: the notice waits until {}", status, at);
            case Verdict.Taken(), Verdict.Gone() -> log.debug("a push service answers {}", status);
        }
    }

    /** Ends an answer where its body begins. */
    private static final class Unread implements BodySubscriber<Void> {
        @Override
        public CompletionStage<Void> getBody() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> part) {
            // nothing was asked for
        }

        @Override
        public void onError(Throwable failure) {
            log.debug("the answer of a push service broke off after its head", failure);
        }

        @Override
        public void onComplete() {
            // there was no body
        }
    }
}
