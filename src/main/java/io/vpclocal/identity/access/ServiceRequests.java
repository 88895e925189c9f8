package io.vpclocal.identity.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The members in one service's requests that name resources or hold condition keys.
 *
 * @param types for each resource type the members that name one, and the prefix of its ids
 * @param any members that name a resource of any type; the id's prefix determines the type
 * @param keys condition keys, each with the member that holds its value
 * @param passRole for each action the members that hold a role's ARN, with the service that the role is passed to
 */
record ServiceRequests(
        Map<String, Type> types,
        List<String> any,
        Map<String, String> keys,
        Map<String, Map<String, String>> passRole) {

    private static final String FILE = "/io/vpclocal/identity/request-resources.json";

    record Type(String prefix, List<String> members) {}

    /** By the service's signing name. */
    static Map<String, ServiceRequests> read() {
        return JsonMapper.shared()
                .readValue(
                        Objects.requireNonNull(ServiceRequests.class.getResourceAsStream(FILE)),
                        new TypeReference<Map<String, ServiceRequests>>() {});
    }

    /** The ids of one type in a request. Empty text names nothing: Terraform sends it for parameters that are not set. */
    List<String> ids(String type, RequestMembers request) {
        Type known = types.get(type);
        if (known == null) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        known.members().forEach(member -> ids.addAll(request.at(member)));
        if (!known.prefix().isEmpty()) {
            request.at(any).stream().filter(id -> typeOf(id).equals(type)).forEach(ids::add);
        }
        return ids.stream().filter(id -> !id.isEmpty()).distinct().toList();
    }

    /** The ids in members for any type that match no known type. */
    List<String> unknownIds(RequestMembers request) {
        return request.at(any).stream().filter(id -> typeOf(id).isEmpty()).toList();
    }

    private String typeOf(String id) {
        String best = "";
        int length = 0;
        for (Map.Entry<String, Type> type : types.entrySet()) {
            String prefix = type.getValue().prefix();
            if (id.startsWith(prefix) && prefix.length() > length) {
                best = type.getKey();
                length = prefix.length();
            }
        }
        return best;
    }
}
