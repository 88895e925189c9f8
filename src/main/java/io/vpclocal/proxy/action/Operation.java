package io.vpclocal.proxy.action;

import java.util.List;
import java.util.Map;

/**
 * The operation of a request.
 *
 * @param name the name in the API reference; method and path if it is unknown
 * @param needs the required permissions, at least one
 * @param keys the request's condition keys with their values
 */
public record Operation(String name, List<Need> needs, Map<String, List<String>> keys) {

    /**
     * @param action for example {@code s3:GetObject}
     * @param resource ARN, or {@code *}
     */
    public record Need(String action, String resource) {}
}
