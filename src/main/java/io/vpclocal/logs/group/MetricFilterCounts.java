package io.vpclocal.logs.group;

import java.util.Collection;
import java.util.Map;

/** The number of metric filters of log groups, a part of their description. */
public interface MetricFilterCounts {

    /** The counts by the row number of the group. Groups without filters are left out. */
    Map<Long, Integer> of(Collection<Long> groups);
}
