package io.vpclocal.logs.group;

import java.util.Collection;
import java.util.Map;

/** How many metric filters log groups have; part of their description. */
public interface MetricFilterCounts {

    /** By the number of the group's row; groups without any are left out. */
    Map<Long, Integer> of(Collection<Long> groups);
}
