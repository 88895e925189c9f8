package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.WireProtocol;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Reads requests of both query protocols, which differ only in how they name the elements of a list. */
public final class QueryReader extends ShapeReader<QueryNode> {

    private QueryReader(AwsService service) {
        super(service);
    }

    /** The request that the parameters describe. Parameters the model does not have are ignored, as AWS ignores them. */
    public static SdkPojo read(AwsService service, Class<? extends SdkPojo> type, QueryNode parameters) {
        return new QueryReader(service).read(type, parameters);
    }

    @Override
    @Nullable
    QueryNode member(QueryNode structure, SdkField<?> field) {
        return structure.child(field.locationName());
    }

    @Override
    Iterable<QueryNode> elements(QueryNode list, ListTrait trait, String name) {
        if (service.protocol() == WireProtocol.EC2_QUERY || trait.isFlattened()) {
            return list.numbered();
        }
        String member = Objects.requireNonNullElse(trait.memberLocationName(), "member");
        QueryNode members = list.child(member);
        return members == null ? List.of() : members.numbered();
    }

    @Override
    Map<String, QueryNode> entries(QueryNode map, MapTrait trait, String name) {
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

    @Override
    Object scalar(QueryNode leaf, SdkField<?> field, String name) {
        String text = Objects.requireNonNullElse(leaf.value(), "");
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.STRING) {
            return text;
        }
        try {
            return parse(text.strip(), type);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(name, text, type);
        }
    }

    private static Object parse(String text, MarshallingType<?> type) {
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
        String expected = type == MarshallingType.BOOLEAN
                ? "true or false"
                : type == MarshallingType.INSTANT ? "an ISO 8601 date" : "a number";
        return CommonErrors.invalidValue(
                service, name, text, type == MarshallingType.INTEGER ? "an integer" : expected);
    }
}
