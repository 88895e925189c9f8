package io.vpclocal.logs;

import io.vpclocal.protocol.Scope;
import java.util.List;

/** The metered log data, for pricing. */
public interface LogUsage {

    /**
     * The usage of one log group. Deleted groups stay in the account with their ingested bytes. Consecutive groups with
     * the same name and class count as one.
     *
     * @param logGroupClass {@code STANDARD}, {@code INFREQUENT_ACCESS} or {@code DELIVERY}
     * @param customBytes message bytes ever put by PutLogEvents
     * @param vendedBytes message bytes ever delivered by services
     * @param storedBytes message bytes that are stored now
     */
    record GroupUsage(
            Scope scope, String logGroup, String logGroupClass, long customBytes, long vendedBytes, long storedBytes) {}

    /** The groups of one account and Region, by name. */
    List<GroupUsage> of(Scope scope);

    /** All groups, by account, Region and name. */
    List<GroupUsage> all();
}
