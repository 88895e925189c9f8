package io.vpclocal.control.fault;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An active fault rule. */
final class FaultRule {

    private final String id;
    private final FaultRequest request;
    private final SplittableRandom random;
    private final CountDownLatch removed = new CountDownLatch(1);
    private int hits;

    /** @param seed used if the request has none */
    FaultRule(String id, FaultRequest request, long seed) {
        this.id = id;
        this.request = request;
        this.random = new SplittableRandom(request.seed() == null ? seed : request.seed());
    }

    /**
     * A rule as the API returns it.
     *
     * @param hits how many calls it has hit
     * @param remaining how many more calls it can hit; null for any number
     */
    record View(
            String id,
            FaultRequest rule,
            int hits,
            @Nullable Integer remaining) {}

    synchronized View view() {
        return new View(id, request, hits, request.count() == null ? null : request.count() - hits);
    }

    String id() {
        return id;
    }

    FaultRequest request() {
        return request;
    }

    /** If the rule hits the call, waits and then throws the rule's error, if it has one. */
    void apply(Call call) {
        boolean meant = request.means(
                call.service(),
                call.action(),
                call.scope().account(),
                call.scope().region());
        if (!meant || !hit()) {
            return;
        }
        delay();
        if (request.throttles()) {
            throw throttled(call.service());
        }
        if (request.code() != null) {
            throw new AwsException(
                    request.code(),
                    Objects.requireNonNullElse(request.message(), "A fault rule of VPC Local made this call fail."),
                    Objects.requireNonNullElse(request.status(), 400));
        }
    }

    /** Waiting calls continue at once. */
    void remove() {
        removed.countDown();
    }

    private synchronized boolean hit() {
        if (request.count() != null && hits >= request.count()) {
            return false;
        }
        if (request.likelihood() < 1 && random.nextDouble() >= request.likelihood()) {
            return false;
        }
        hits++;
        return true;
    }

    private void delay() {
        try {
            if (request.latency() > 0 && removed.await(request.latency(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The services' throttling errors (AWS documentation, common errors of each API). */
    private AwsException throttled(AwsService service) {
        String text = request.message();
        return switch (service.protocol()) {
            case EC2_QUERY ->
                new AwsException(
                        "RequestLimitExceeded", Objects.requireNonNullElse(text, "Request limit exceeded."), 503);
            case QUERY -> new AwsException("Throttling", Objects.requireNonNullElse(text, "Rate exceeded"), 400);
            case JSON ->
                new AwsException("ThrottlingException", Objects.requireNonNullElse(text, "Rate exceeded"), 400);
        };
    }
}
