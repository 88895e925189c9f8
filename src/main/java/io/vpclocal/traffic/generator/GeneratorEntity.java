package io.vpclocal.traffic.generator;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A running generator and its progress. */
@Entity
@Table(name = "traffic_generator")
class GeneratorEntity {

    private static final String SEPARATOR = " ";
    private static final int LONGEST_PROBLEM = 1_000;

    @Id
    @Column(length = 64)
    private String id;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(nullable = false, updatable = false)
    private Instant startedAt;

    @Column(nullable = false, updatable = false, length = 32_000)
    private String sources;

    @Column(nullable = false, updatable = false, length = 32_000)
    private String destinations;

    @Column(nullable = false, updatable = false)
    private long milliRate;

    @Column(nullable = false, updatable = false)
    private int scanPercent;

    @Column(nullable = false, updatable = false, length = 1_000)
    private String ports;

    @Column(nullable = false, updatable = false, length = 1_000)
    private String scannedPorts;

    @Column(nullable = false, updatable = false)
    private long seed;

    @Column(nullable = false)
    private long nextFlow;

    @Column(nullable = false)
    private long sent;

    @Column(nullable = false)
    private long skipped;

    @Column(length = LONGEST_PROBLEM)
    private @Nullable String problem;

    @SuppressWarnings("NullAway.Init") // JPA
    protected GeneratorEntity() {}

    GeneratorEntity(Scope scope, String id, Instant startedAt, GeneratorPlan plan) {
        this.id = id;
        this.account = scope.account();
        this.region = scope.region();
        this.startedAt = startedAt;
        this.sources = String.join(SEPARATOR, plan.sources());
        this.destinations = String.join(SEPARATOR, plan.destinations());
        this.milliRate = plan.milliRate();
        this.scanPercent = plan.scanPercent();
        this.ports = joined(plan.ports());
        this.scannedPorts = joined(plan.scannedPorts());
        this.seed = plan.seed();
    }

    Scope scope() {
        return new Scope(account, region);
    }

    Instant startedAt() {
        return startedAt;
    }

    GeneratorPlan plan() {
        return new GeneratorPlan(
                List.of(sources.split(SEPARATOR)),
                List.of(destinations.split(SEPARATOR)),
                milliRate,
                scanPercent,
                numbers(ports),
                numbers(scannedPorts),
                seed);
    }

    /** The number of the next flow. */
    long nextFlow() {
        return nextFlow;
    }

    /** Skips flows over the limit of one run. */
    void skipTo(long number) {
        skipped += number - nextFlow;
        nextFlow = number;
    }

    void sentUntil(long number, BackgroundSender.Outcome outcome) {
        skipped += number - nextFlow - outcome.sent();
        sent += outcome.sent();
        nextFlow = number;
        String text = outcome.problem();
        problem = text == null || text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM);
    }

    Generator view() {
        return new Generator(id, scope(), startedAt, plan(), sent, skipped, problem);
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(SEPARATOR)).map(Integer::valueOf).toList();
    }
}
