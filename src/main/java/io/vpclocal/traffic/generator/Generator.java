package io.vpclocal.traffic.generator;

import io.vpclocal.protocol.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running generator.
 *
 * @param sent how many flows it sent
 * @param skipped how many it did not: those not possible, and those too many when time was moved far
 * @param problem why a flow was not possible lately; null if all were
 */
public record Generator(
        String id,
        Scope scope,
        Instant started,
        GeneratorPlan plan,
        long sent,
        long skipped,
        @Nullable String problem) {}
