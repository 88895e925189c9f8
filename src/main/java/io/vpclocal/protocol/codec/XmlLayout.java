package io.vpclocal.protocol.codec;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** How the members of the model's classes stand in XML: worked out once per class, with encoded tags. */
final class XmlLayout {

    /** An element's tags. */
    record Tag(byte[] open, byte[] close) {

        static Tag of(String name) {
            return new Tag(XmlOutput.ascii("<" + name + ">"), XmlOutput.ascii("</" + name + ">"));
        }
    }

    /**
     * A member, or what a list or map holds.
     *
     * @param element what the list or map holds; null for others
     * @param key the tag of a map's keys; null for others
     * @param flat true if a list's elements, or a map's entries, stand without one around them
     */
    record Member(
            SdkField<?> field,
            Tag tag,
            Format timestamps,
            @Nullable Member element,
            @Nullable Tag key,
            boolean flat) {}

    private final boolean ec2;
    private final Map<Class<?>, List<Member>> known = new ConcurrentHashMap<>();

    /** @param ec2 true for the EC2 protocol, whose answers have names and lists of their own */
    XmlLayout(boolean ec2) {
        this.ec2 = ec2;
    }

    List<Member> of(SdkPojo pojo) {
        List<Member> members = known.get(pojo.getClass());
        return members == null ? known.computeIfAbsent(pojo.getClass(), type -> read(pojo)) : members;
    }

    private List<Member> read(SdkPojo pojo) {
        return pojo.sdkFields().stream()
                .map(field -> member(field, name(field)))
                .toList();
    }

    private String name(SdkField<?> field) {
        @Nullable String unmarshalled = field.unmarshallLocationName();
        return ec2 && unmarshalled != null ? unmarshalled : field.locationName();
    }

    private Member member(SdkField<?> field, String name) {
        Tag tag = Tag.of(name);
        Format timestamps = Timestamps.format(field, Format.ISO_8601);
        ListTrait list = field.getOptionalTrait(ListTrait.class).orElse(null);
        if (list != null) {
            String item = Objects.requireNonNullElse(list.memberLocationName(), ec2 ? "item" : "member");
            Member element = member(list.memberFieldInfo(), list.isFlattened() ? name : item);
            return new Member(field, tag, timestamps, element, null, list.isFlattened());
        }
        MapTrait map = field.getOptionalTrait(MapTrait.class).orElse(null);
        if (map != null) {
            Member value = member(map.valueFieldInfo(), Objects.requireNonNullElse(map.valueLocationName(), "value"));
            Tag key = Tag.of(Objects.requireNonNullElse(map.keyLocationName(), "key"));
            return new Member(field, tag, timestamps, value, key, map.isFlattened());
        }
        return new Member(field, tag, timestamps, null, null, false);
    }
}
