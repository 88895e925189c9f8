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

/** The XML layout of the model classes, computed once per class, with encoded tags. */
final class XmlLayout {

    /** An element's tags. */
    record Tag(byte[] open, byte[] close) {

        static Tag of(String name) {
            return new Tag(XmlOutput.ascii("<" + name + ">"), XmlOutput.ascii("</" + name + ">"));
        }
    }

    /** A member, or the element of a list or map. */
    static final class Member {

        private final SdkField<?> field;
        final Tag tag;
        final Format timestamps;

        /** The element of the list or map; null for others. */
        final @Nullable Member element;

        /** The tag of a map's keys; null for others. */
        final @Nullable Tag key;

        /** True if the list or map is flattened: its elements have no enclosing element. */
        final boolean flat;

        /** The members of a structure; null until first used. */
        private @Nullable List<Member> members;

        Member(SdkField<?> field, Tag tag, @Nullable Member element, @Nullable Tag key, boolean flat) {
            this.field = field;
            this.tag = tag;
            this.timestamps = Timestamps.format(field, Format.ISO_8601);
            this.element = element;
            this.key = key;
            this.flat = flat;
        }

        @Nullable
        Object valueIn(SdkPojo pojo) {
            return field.getValueOrDefault(pojo);
        }
    }

    private final boolean ec2;
    private final Map<Class<?>, List<Member>> known = new ConcurrentHashMap<>();

    /** @param ec2 true for the EC2 protocol, which has its own names and lists */
    XmlLayout(boolean ec2) {
        this.ec2 = ec2;
    }

    /** The members of the structure that a member holds. */
    List<Member> of(Member member, SdkPojo value) {
        List<Member> members = member.members;
        if (members == null) {
            members = of(value);
            member.members = members;
        }
        return members;
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
        ListTrait list = field.getOptionalTrait(ListTrait.class).orElse(null);
        if (list != null) {
            String item = Objects.requireNonNullElse(list.memberLocationName(), ec2 ? "item" : "member");
            Member element = member(list.memberFieldInfo(), list.isFlattened() ? name : item);
            return new Member(field, tag, element, null, list.isFlattened());
        }
        MapTrait map = field.getOptionalTrait(MapTrait.class).orElse(null);
        if (map != null) {
            Member value = member(map.valueFieldInfo(), Objects.requireNonNullElse(map.valueLocationName(), "value"));
            Tag key = Tag.of(Objects.requireNonNullElse(map.keyLocationName(), "key"));
            return new Member(field, tag, value, key, map.isFlattened());
        }
        return new Member(field, tag, null, null, false);
    }
}
