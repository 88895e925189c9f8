package io.vpclocal.protocol.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Fills model classes with random values, a few structures deep. */
public final class RandomShapes {

    private static final int DEPTH = 5;
    private static final int DEEP_ELEMENTS = 2;
    private static final String TEXT = "abcXYZ019 <&>\"'+%/=é\n\t𝄞";

    private final Random random;
    private final double share;
    private final List<String> words;

    /** Sets every member. */
    RandomShapes(long seed) {
        this(seed, 1, List.of());
    }

    /**
     * @param share of the members that are set, from 0 to 1
     * @param words the values of every second text
     */
    public RandomShapes(long seed, double share, List<String> words) {
        this.random = new Random(seed);
        this.share = share;
        this.words = List.copyOf(words);
    }

    public SdkPojo fill(Class<? extends SdkPojo> type) {
        return fill(Models.newBuilder(type), DEPTH);
    }

    private SdkPojo fill(SdkPojo builder, int depth) {
        Map<String, Set<String>> enums = Models.enumMembers(builder.getClass());
        for (SdkField<?> field : builder.sdkFields()) {
            if (share < 1 && random.nextDouble() >= share) {
                continue;
            }
            Object value = value(field, enums.get(Models.key(field.memberName())), depth);
            if (value != null) {
                field.set(builder, value);
            }
        }
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }

    private @Nullable Object value(SdkField<?> field, @Nullable Set<String> allowed, int depth) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return depth == 0 ? null : nonEmpty(fill(field.constructor().get(), depth - 1));
        }
        if (type == MarshallingType.LIST) {
            return list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), allowed, depth);
        }
        if (type == MarshallingType.MAP) {
            return map(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), allowed, depth);
        }
        return scalar(type, allowed);
    }

    /** An empty structure looks the same as no structure on the wire. */
    private static @Nullable SdkPojo nonEmpty(SdkPojo structure) {
        return structure.sdkFields().stream()
                        .map(field -> field.getValueOrDefault(structure))
                        .allMatch(value -> value == null
                                || value instanceof SdkAutoConstructList
                                || value instanceof SdkAutoConstructMap)
                ? null
                : structure;
    }

    private @Nullable List<Object> list(SdkField<?> element, @Nullable Set<String> allowed, int depth) {
        List<Object> values = new ArrayList<>();
        int size = depth == DEPTH && share == 1 ? 11 : 1 + random.nextInt(2);
        for (int i = 0; i < size; i++) {
            Object value = value(element, allowed, depth, i);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    /** The first elements of a list have full depth. Further elements, which test the order, have no structures. */
    private @Nullable Object value(SdkField<?> element, @Nullable Set<String> allowed, int depth, int position) {
        Object flat = position < DEEP_ELEMENTS ? null : value(element, allowed, Math.min(depth, 1));
        return flat == null ? value(element, allowed, depth) : flat;
    }

    private @Nullable Map<String, Object> map(SdkField<?> element, @Nullable Set<String> allowed, int depth) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < 2; i++) {
            Object value = value(element, allowed, depth);
            if (value == null) {
                return null;
            }
            values.put("key" + i, value);
        }
        return values;
    }

    private Object scalar(MarshallingType<?> type, @Nullable Set<String> allowed) {
        if (type == MarshallingType.STRING) {
            return allowed == null ? text() : List.copyOf(allowed).get(random.nextInt(allowed.size()));
        } else if (type == MarshallingType.INTEGER) {
            return random.nextInt();
        } else if (type == MarshallingType.LONG) {
            return random.nextLong();
        } else if (type == MarshallingType.BOOLEAN) {
            return random.nextBoolean();
        } else if (type == MarshallingType.DOUBLE) {
            return random.nextDouble() * 1e6;
        } else if (type == MarshallingType.FLOAT) {
            return random.nextFloat() * 1e3f;
        } else if (type == MarshallingType.INSTANT) {
            return Instant.ofEpochMilli(1_600_000_000_000L + random.nextInt());
        } else if (type == MarshallingType.SDK_BYTES) {
            return SdkBytes.fromUtf8String(text());
        }
        throw new IllegalStateException("No random value for " + type);
    }

    private String text() {
        if (!words.isEmpty() && random.nextBoolean()) {
            return words.get(random.nextInt(words.size()));
        }
        StringBuilder text = new StringBuilder("t");
        int[] alphabet = TEXT.codePoints().toArray();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.append('t').toString();
    }
}
