package io.vpclocal.protocol.hostile;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.WireProtocol;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.codec.Models;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import tools.jackson.databind.json.JsonMapper;

/** Requests in wire format, whose values need not have the model's types. */
final class Wire {

    private static final JsonMapper JSON = new JsonMapper();

    private final AwsService service;
    private final String authorization;

    Wire(AwsService service, String account) {
        this.service = service;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((account + ":test").getBytes(StandardCharsets.UTF_8));
    }

    /** A request in the service's own protocol. */
    WireRequest own(ActionDefinition action, Map<String, Object> members) {
        SdkPojo builder = Models.newBuilder(action.requestType());
        if (service.protocol() == WireProtocol.JSON) {
            String target = service.namespace() + "." + action.name();
            return request(
                    "/",
                    Map.of("x-amz-target", List.of(target), "content-type", List.of("application/x-amz-json-1.1")),
                    json(located(builder, members)));
        }
        StringBuilder form = new StringBuilder("Action=" + action.name() + "&Version=" + service.apiVersion());
        structure(form, "", builder, members);
        return request(
                "/",
                Map.of("content-type", List.of("application/x-www-form-urlencoded")),
                form.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** JSON posted to an action's alias path. */
    WireRequest alias(ActionDefinition action, Map<String, Object> members) {
        return request(
                "/" + service.signingName() + "/" + action.name(),
                Map.of("content-type", List.of("application/json")),
                json(members));
    }

    private WireRequest request(String path, Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> all = new LinkedHashMap<>(headers);
        all.put("authorization", List.of(authorization));
        return new WireRequest("POST", path, "", all, body, "127.0.0.1", false);
    }

    /** Characters outside ASCII are escaped, so that half a surrogate pair is preserved. */
    private static byte[] json(Object value) {
        StringBuilder ascii = new StringBuilder();
        for (char c : JSON.writeValueAsString(value).toCharArray()) {
            ascii.append(c < 0x7f ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Map<String, Object> located(SdkPojo builder, Map<?, ?> members) {
        Map<String, Object> located = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            SdkField<?> field = field(builder, String.valueOf(name));
            located.put(field == null ? String.valueOf(name) : field.locationName(), located(field, value));
        });
        return located;
    }

    private static Object located(@Nullable SdkField<?> field, Object value) {
        if (value instanceof List<?> list && type(field) == MarshallingType.LIST) {
            SdkField<?> element = Objects.requireNonNull(field)
                    .getRequiredTrait(ListTrait.class)
                    .memberFieldInfo();
            return list.stream().map(each -> located(element, each)).toList();
        }
        if (value instanceof Map<?, ?> map && type(field) == MarshallingType.SDK_POJO) {
            return located(Objects.requireNonNull(field).constructor().get(), map);
        }
        return value;
    }

    private void structure(StringBuilder form, String prefix, SdkPojo builder, Map<?, ?> members) {
        members.forEach((name, value) -> {
            SdkField<?> field = field(builder, String.valueOf(name));
            value(form, prefix + (field == null ? name : field.locationName()), field, value);
        });
    }

    private void value(StringBuilder form, String name, @Nullable SdkField<?> field, Object value) {
        if (value instanceof List<?> list) {
            String prefix = name + "." + element(field);
            List<Object> elements = new ArrayList<>(list);
            for (int i = 0; i < elements.size(); i++) {
                SdkField<?> element = type(field) == MarshallingType.LIST
                        ? Objects.requireNonNull(field)
                                .getRequiredTrait(ListTrait.class)
                                .memberFieldInfo()
                        : null;
                value(form, prefix + (i + 1), element, elements.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map(form, name, field, map);
        } else {
            form.append('&').append(encoded(name)).append('=').append(encoded(String.valueOf(value)));
        }
    }

    private void map(StringBuilder form, String name, @Nullable SdkField<?> field, Map<?, ?> map) {
        if (type(field) == MarshallingType.SDK_POJO) {
            structure(
                    form,
                    name + ".",
                    Objects.requireNonNull(field).constructor().get(),
                    map);
        } else if (type(field) == MarshallingType.MAP) {
            SdkField<?> entry = Objects.requireNonNull(field)
                    .getRequiredTrait(MapTrait.class)
                    .valueFieldInfo();
            map.forEach((key, value) -> {
                value(form, name + ".entry.1.key", null, key);
                value(form, name + ".entry.1.value", entry, value);
            });
        } else {
            map.forEach((key, value) -> value(form, name + "." + key, null, value));
        }
    }

    private String element(@Nullable SdkField<?> field) {
        if (service.protocol() == WireProtocol.EC2_QUERY || type(field) != MarshallingType.LIST) {
            return "";
        }
        ListTrait trait = Objects.requireNonNull(field).getRequiredTrait(ListTrait.class);
        return trait.isFlattened() ? "" : Objects.requireNonNullElse(trait.memberLocationName(), "member") + ".";
    }

    private static @Nullable MarshallingType<?> type(@Nullable SdkField<?> field) {
        return field == null ? null : field.marshallingType();
    }

    private static @Nullable SdkField<?> field(SdkPojo builder, String memberName) {
        return builder.sdkFields().stream()
                .filter(field -> field.memberName().equals(memberName))
                .findFirst()
                .orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
