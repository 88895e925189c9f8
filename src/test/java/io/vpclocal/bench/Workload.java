package io.vpclocal.bench;

import java.util.function.IntFunction;

/**
 * Requests that servers are compared by.
 *
 * @param unit how many of what is counted a request holds
 * @param fresh whether each round has an account of its own, because the requests add to what is stored
 */
record Workload(String name, int unit, boolean fresh, Preparation preparation) {

    interface Preparation {
        /** Fills the account; returns the request of each number. */
        IntFunction<byte[]> prepare(BenchAccount account) throws Exception;
    }
}
