package io.vpclocal.compute.volume;

import io.vpclocal.protocol.Scope;
import java.util.Optional;

/** The instances that volumes can be attached to. The module of instances implements it. */
public interface AttachableInstances {

    /**
     * An instance that is not terminated.
     *
     * @param rootDevice such as {@code /dev/xvda}
     * @param running false if it is stopped, so that its root volume can be detached
     */
    record Attachable(String availabilityZone, String rootDevice, boolean running) {}

    Optional<Attachable> find(Scope scope, String instanceId);
}
