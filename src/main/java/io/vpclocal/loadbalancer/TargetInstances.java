package io.vpclocal.loadbalancer;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Map;

/** Implemented by the module that owns instances, so that they can be targets. */
public interface TargetInstances {

    /** The instances that exist, by id. */
    Map<String, TargetInstance> find(Scope scope, Collection<String> instanceIds);

    /**
     * An instance.
     *
     * @param zone the name of its Availability Zone
     * @param state as DescribeInstances names it: {@code running}, {@code stopped}, ...
     */
    record TargetInstance(String vpcId, String zone, String state) {

        public boolean running() {
            return state.equals("running");
        }
    }
}
