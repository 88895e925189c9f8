package io.vpclocal.gateway.action;

import java.util.List;
import java.util.Map;

/**
 * What a request means.
 *
 * @param name the operation, as the API reference names it; method and path if it cannot be told
 * @param needs what the caller must be allowed to do, at least one thing
 * @param keys condition keys that the request carries, with their values
 */
public record Operation(String name, List<Need> needs, Map<String, List<String>> keys) {

    /**
     * @param action for example {@code s3:GetObject}
     * @param resource ARN, or {@code *}
     */
    public record Need(String action, String resource) {}
}
