package io.vpclocal.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What only the module that answers an action knows of a request: facts that a policy may ask for, and resources that the
 * request means without naming them by id. Implemented by modules where the request itself does not say enough.
 */
public interface RequestAttributes {

    /** The actions it knows of, as policies name them, for example {@code ec2:CreateVpcEndpoint}. */
    Set<String> actions();

    /**
     * Condition keys beyond those that can be read off the request, for example {@code ec2:VpceServiceOwner}.
     *
     * @param resourceType the resource that the call is checked against, for example {@code vpc-endpoint}
     */
    default Map<String, List<String>> conditionKeys(Call call, SdkPojo request, String resourceType) {
        return Map.of();
    }

    /**
     * Ids of existing resources by type, for example the route table of an association that the request names, and
     * {@code *} for one that will be made where there may also be one already. Must not fail for what does not exist.
     */
    default Map<String, List<String>> resources(Call call, SdkPojo request) {
        return Map.of();
    }
}
