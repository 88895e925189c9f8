package io.vpclocal.bench;

import java.util.function.IntFunction;

/**
 * A workload for comparing servers.
 *
 * @param unit the number of counted items per request
 * @param fresh true if each round needs a new account, because the requests add data
 */
record Workload(String name, int unit, boolean fresh, Preparation preparation) {

    interface Preparation {
        /** Prepares the account. Returns a function from number to request. */
        IntFunction<byte[]> prepare(BenchAccount account) throws Exception;
    }
}
