package io.vpclocal.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a policy may ask of one type of resource. Implemented once per type by the module that owns it. */
public interface ResourceAttributes {

    /** The type as in ARNs and tag specifications, for example {@code vpc-endpoint}. */
    String resourceType();

    /** Empty if there is no such resource in the scope. */
    Optional<Attributes> attributes(Scope scope, String resourceId);

    /** The ARN that policies know the resource by. */
    default String arn(Scope scope, String resourceId) {
        return scope.arn("ec2", resourceType() + "/" + resourceId);
    }

    /**
     * @param conditionKeys the resource's own keys with their values, for example {@code ec2:Vpc}
     * @param tags the resource's tags
     */
    record Attributes(Map<String, List<String>> conditionKeys, Map<String, String> tags) {}
}
