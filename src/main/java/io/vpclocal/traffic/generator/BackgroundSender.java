package io.vpclocal.traffic.generator;

import io.vpclocal.protocol.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends flows of generators through the network, in the caller's transaction. */
public interface BackgroundSender {

    /**
     * The result of sending flows.
     *
     * @param sent the number of possible flows, delivered or not
     * @param problem the reason of the last impossible flow; null if all were possible
     */
    record Outcome(int sent, @Nullable String problem) {}

    /** Sends every flow that is possible. */
    Outcome send(Scope scope, List<GeneratedFlow> flows);
}
