package io.vpclocal.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Facts about a request that only the module of the action knows: condition keys, and resources that the request refers
 * to without an id. A module implements it where the request alone is not enough.
 */
public interface RequestAttributes {

    /** The actions it covers, as policies name them, for example {@code ec2:CreateVpcEndpoint}. */
    Set<String> actions();

    /**
     * The request with the parameters that it takes from elsewhere, for example from a launch template. Does not fail if
     * that does not exist.
     */
    default SdkPojo complete(Call call, SdkPojo request) {
        return request;
    }

    /**
     * Condition keys that cannot be read from the request itself, for example {@code ec2:VpceServiceOwner}.
     *
     * @param resourceType the resource that the call is checked against, for example {@code vpc-endpoint}
     */
    default Map<String, List<String>> conditionKeys(Call call, SdkPojo request, String resourceType) {
        return Map.of();
    }

    /**
     * Ids of existing resources by type, for example the route table of an association that the request names. The id
     * is {@code *} if the call may create the resource or use an existing one. Does not fail if a resource does not
     * exist.
     */
    default Map<String, List<String>> resources(Call call, SdkPojo request) {
        return Map.of();
    }
}
