package io.vpclocal.traffic.generator;

import io.vpclocal.protocol.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends what generators make through the network, in the caller's transaction. */
public interface BackgroundSender {

    /**
     * What became of flows.
     *
     * @param sent how many were possible, whether the network let them through or not
     * @param problem why the last of the others was not possible; null if all were
     */
    record Outcome(int sent, @Nullable String problem) {}

    /** Sends every flow that is possible. */
    Outcome send(Scope scope, List<GeneratedFlow> flows);
}
