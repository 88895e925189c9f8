package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.WireProtocol;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Reads requests of both query protocols, which differ only in the names of list elements. It fills a model class from
 * the parameters by the SDK's field descriptions.
 */
public final class QueryReader {

    /**
     * The values that AWS accepts in upper or lower case (AWS documentation, Reachability Analyzer guide:
     * {@code --protocol TCP}).
     */
    private static final Set<String> TRANSPORTS = Set.of("tcp", "udp");

    private final AwsService service;

    private QueryReader(AwsService service) {
        this.service = service;
    }

    /**
     * The request that the parameters describe. Parameters that the model does not have are ignored, except by EC2.
     *
     * @throws AwsException if a value has the wrong type or is not an enum value of the model, if an EC2 action does not
     *     have the parameter, or if a parameter of another service does not have the form of its type
     */
    public static SdkPojo read(AwsService service, Class<? extends SdkPojo> type, QueryNode parameters) {
        SdkPojo builder = Models.newBuilder(type);
        if (service.protocol() == WireProtocol.EC2_QUERY) {
            UnknownParameters.refuse(builder, parameters);
        } else {
            MalformedParameters.refuse(builder, parameters);
        }
        return new QueryReader(service).structure(builder, parameters, "");
    }

    /** @param path of the structure in the request, as in error texts; empty for the request itself */
    private SdkPojo structure(SdkPojo builder, QueryNode node, String path) {
        Map<String, Set<String>> enums = Models.enumMembers(builder.getClass());
        for (SdkField<?> field : builder.sdkFields()) {
            QueryNode child = node.child(field.locationName());
            Set<String> allowed = enums.get(Models.key(field.memberName()));
            if (child != null && !isUnset(child, allowed)) {
                field.set(builder, value(child, field, within(path, field.locationName()), allowed));
            }
        }
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }

    /** EC2 names members without their path. */
    private String within(String path, String name) {
        if (path.isEmpty() || service.protocol() == WireProtocol.EC2_QUERY) {
            return name;
        }
        return path + "." + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** UNVERIFIED: EC2 takes an empty enum value as absent. Old versions of Terraform's provider sent such values. */
    private boolean isUnset(QueryNode node, @Nullable Set<String> allowed) {
        return allowed != null && service.protocol() == WireProtocol.EC2_QUERY && "".equals(node.value());
    }

    private Object value(QueryNode node, SdkField<?> field, String name, @Nullable Set<String> allowed) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return structure(field.constructor().get(), node, name);
        }
        if (type == MarshallingType.LIST) {
            return list(node, field.getRequiredTrait(ListTrait.class), name, allowed);
        }
        if (type == MarshallingType.MAP) {
            return map(node, field.getRequiredTrait(MapTrait.class), name, allowed);
        }
        Object scalar = scalar(node, field, name);
        if (allowed != null && scalar instanceof String text && TRANSPORTS.equals(allowed)) {
            scalar = text.toLowerCase(Locale.ROOT);
        }
        if (allowed != null && scalar instanceof String text && Models.isRefused(text, allowed)) {
            throw CommonErrors.notInEnum(service, name, text, allowed);
        }
        return scalar;
    }

    private List<Object> list(QueryNode node, ListTrait trait, String name, @Nullable Set<String> allowed) {
        List<Object> values = new ArrayList<>();
        if (isSingleElement(node)) {
            values.add(value(node, trait.memberFieldInfo(), name, allowed));
        }
        for (QueryNode element : elements(node, trait)) {
            String member =
                    service.protocol() == WireProtocol.EC2_QUERY ? name : name + "." + (values.size() + 1) + ".member";
            values.add(value(element, trait.memberFieldInfo(), member, allowed));
        }
        return values;
    }

    /** EC2 reads {@code VpcId=x} as {@code VpcId.1=x} (recorded from AWS). */
    private boolean isSingleElement(QueryNode list) {
        String text = list.value();
        return service.protocol() == WireProtocol.EC2_QUERY && text != null && !text.isEmpty();
    }

    private Map<String, Object> map(QueryNode node, MapTrait trait, String name, @Nullable Set<String> allowed) {
        Map<String, Object> values = new LinkedHashMap<>();
        entries(node, trait)
                .forEach((key, entry) -> values.put(key, value(entry, trait.valueFieldInfo(), name, allowed)));
        return values;
    }

    private Iterable<QueryNode> elements(QueryNode list, ListTrait trait) {
        if (service.protocol() == WireProtocol.EC2_QUERY || trait.isFlattened()) {
            return list.numbered();
        }
        String member = Objects.requireNonNullElse(trait.memberLocationName(), "member");
        QueryNode members = list.child(member);
        return members == null ? List.of() : members.numbered();
    }

    private static Map<String, QueryNode> entries(QueryNode map, MapTrait trait) {
        QueryNode parent = trait.isFlattened() ? map : map.child("entry");
        Map<String, QueryNode> entries = new LinkedHashMap<>();
        if (parent != null) {
            for (QueryNode entry : parent.numbered()) {
                QueryNode key = entry.child(Objects.requireNonNullElse(trait.keyLocationName(), "key"));
                QueryNode value = entry.child(Objects.requireNonNullElse(trait.valueLocationName(), "value"));
                if (key != null && key.value() != null && value != null) {
                    entries.put(key.value(), value);
                }
            }
        }
        return entries;
    }

    /** A scalar as the Java type of the field. */
    private Object scalar(QueryNode leaf, SdkField<?> field, String name) {
        String text = Objects.requireNonNullElse(leaf.value(), "");
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.STRING) {
            return text;
        }
        try {
            return service.protocol() == WireProtocol.QUERY
                    ? QueryScalars.parse(text, type)
                    : parse(text.strip(), type);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(name, text, type);
        }
    }

    static Object parse(String text, MarshallingType<?> type) {
        if (type == MarshallingType.INTEGER) {
            return Integer.valueOf(text);
        } else if (type == MarshallingType.LONG) {
            return Long.valueOf(text);
        } else if (type == MarshallingType.SHORT) {
            return Short.valueOf(text);
        } else if (type == MarshallingType.BOOLEAN) {
            return bool(text);
        } else if (type == MarshallingType.DOUBLE) {
            return Double.valueOf(text);
        } else if (type == MarshallingType.FLOAT) {
            return Float.valueOf(text);
        } else if (type == MarshallingType.BIG_DECIMAL) {
            return new BigDecimal(text);
        } else if (type == MarshallingType.INSTANT) {
            return instant(text);
        } else if (type == MarshallingType.SDK_BYTES) {
            return SdkBytes.fromByteArray(Base64.getMimeDecoder().decode(text));
        }
        throw new IllegalStateException("No query form for " + type);
    }

    private static boolean bool(String text) {
        if (text.equalsIgnoreCase("true") || text.equals("1")) {
            return true;
        }
        if (text.equalsIgnoreCase("false") || text.equals("0")) {
            return false;
        }
        throw new IllegalArgumentException(text);
    }

    private static Instant instant(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : OffsetDateTime.parse(text).toInstant();
    }

    private AwsException invalid(String name, String text, MarshallingType<?> type) {
        if (service.protocol() == WireProtocol.QUERY) {
            return CommonErrors.malformedInput(QueryScalars.expected(type));
        }
        String expected = type == MarshallingType.BOOLEAN
                ? "true or false"
                : type == MarshallingType.INSTANT ? "an ISO 8601 date" : "a number";
        return CommonErrors.invalidValue(
                service, name, text, type == MarshallingType.INTEGER ? "an integer" : expected);
    }
}
