package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Prevents the deletion of resources that are in use. */
@Component
public class DependencyGuard {

    private final ObjectProvider<Dependents> dependents;

    DependencyGuard(ObjectProvider<Dependents> dependents) {
        this.dependents = dependents;
    }

    public boolean used(Scope scope, String resourceId) {
        return dependents.stream().anyMatch(module -> module.dependOn(scope, resourceId));
    }

    /** @throws AwsException {@code DependencyViolation} with the message that most resource types share */
    public void requireUnused(Scope scope, String label, String resourceId) {
        if (used(scope, resourceId)) {
            throw inUse(label, resourceId);
        }
    }

    /** {@code DependencyViolation} for a resource that is in use. */
    public static AwsException inUse(String label, String resourceId) {
        return new AwsException(
                "DependencyViolation",
                "The " + label + " '" + resourceId + "' has dependencies and cannot be deleted.");
    }
}
