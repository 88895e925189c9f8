package io.vpclocal.logs;

import io.vpclocal.protocol.Scope;
import java.util.List;

/** What is metered of log data, for whoever puts a price on it. */
public interface LogUsage {

    /**
     * One log group; deleted groups stay in the account with what they ingested. Groups of one name and class that
     * existed one after the other count as one.
     *
     * @param logGroupClass {@code STANDARD}, {@code INFREQUENT_ACCESS} or {@code DELIVERY}
     * @param customBytes bytes of messages ever put by PutLogEvents
     * @param vendedBytes bytes of messages ever delivered by services
     * @param storedBytes bytes of messages that are kept now
     */
    record GroupUsage(
            Scope scope, String logGroup, String logGroupClass, long customBytes, long vendedBytes, long storedBytes) {}

    /** The groups of one account and Region, by name. */
    List<GroupUsage> of(Scope scope);

    /** All groups, by account, Region and name. */
    List<GroupUsage> all();
}
