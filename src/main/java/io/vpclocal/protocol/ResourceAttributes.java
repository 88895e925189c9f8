package io.vpclocal.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ARN, condition keys and tags of one type of resource, for policies. The module that owns the type implements it.
 */
public interface ResourceAttributes {

    /** The type as written in ARNs and tag specifications, for example {@code vpc-endpoint}. */
    String resourceType();

    /** Empty if the resource does not exist in the scope. */
    Optional<Attributes> attributes(Scope scope, String resourceId);

    /** The resource's ARN in policies. */
    default String arn(Scope scope, String resourceId) {
        return scope.arn("ec2", resourceType() + "/" + resourceId);
    }

    /**
     * @param conditionKeys the resource's own keys with their values, for example {@code ec2:Vpc}
     * @param tags the resource's tags
     */
    record Attributes(Map<String, List<String>> conditionKeys, Map<String, String> tags) {}
}
