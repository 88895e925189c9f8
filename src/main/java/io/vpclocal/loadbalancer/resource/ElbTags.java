package io.vpclocal.loadbalancer.resource;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** Tags of this service's resources (Elastic Load Balancing API Reference, AddTags). */
public final class ElbTags {

    private ElbTags() {}

    /**
     * The tags of a request by key.
     *
     * @throws AwsException if a key is missing, duplicate, reserved, or too long
     */
    public static Map<String, String> read(List<Tag> tags) {
        Map<String, String> read = new LinkedHashMap<>();
        for (Tag tag : tags) {
            String key = requireLength("key", ElbParams.require(tag.key(), "tags.key"), 1, ElbLimits.TAG_KEY);
            String value = tag.value() == null ? "" : tag.value();
            requireLength("value", value, 0, ElbLimits.TAG_VALUE);
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw ElbErrors.validation("Tag keys starting with 'aws:' are reserved for internal use");
            }
            if (read.put(key, value) != null) {
                throw new AwsException("DuplicateTagKeys", "The tag key '" + key + "' was specified more than once");
            }
        }
        requireRoom(read);
        return read;
    }

    /** Adds tags to a resource. An existing key gets the new value. */
    public static void add(ElbEntity to, Map<String, String> tags) {
        Map<String, String> all = new LinkedHashMap<>(to.tags());
        all.putAll(tags);
        requireRoom(all);
        to.tags().putAll(tags);
    }

    /** A resource's tags in the order of their keys. */
    public static List<Tag> toWire(ElbEntity of) {
        return new TreeMap<>(of.tags())
                .entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList();
    }

    private static void requireRoom(Map<String, String> tags) {
        if (tags.size() > ElbLimits.TAGS) {
            throw new AwsException("TooManyTags", "The maximum number of tags for a resource is " + ElbLimits.TAGS);
        }
    }

    private static String requireLength(String what, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            throw CommonErrors.constraint(
                    AwsService.ELB,
                    "tags.member." + what,
                    text,
                    "Member must have length "
                            + (text.length() < least
                                    ? "greater than or equal to " + least
                                    : "less than or equal to " + most));
        }
        return text;
    }
}
