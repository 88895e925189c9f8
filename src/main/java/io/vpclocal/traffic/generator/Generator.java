package io.vpclocal.traffic.generator;

import io.vpclocal.protocol.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running generator.
 *
 * @param sent the number of flows sent
 * @param skipped the number of flows not sent: impossible ones, and those over the limit after the clock was moved far
 * @param problem the reason of the last impossible flow; null if all were possible
 */
public record Generator(
        String id,
        Scope scope,
        Instant started,
        GeneratorPlan plan,
        long sent,
        long skipped,
        @Nullable String problem) {}
