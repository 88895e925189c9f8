package io.vpclocal.traffic.instance;

import io.vpclocal.resource.Ec2Errors;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of an instance's metadata service. They have no effect, because no machine runs. */
@Embeddable
class MetadataOptions {

    private static final int MOST_HOPS = 64;
    private static final String REQUIRED = "required";
    private static final String DISABLED = "disabled";

    @Column(nullable = false, length = 16)
    private String httpTokens;

    @Column(nullable = false, length = 16)
    private String httpEndpoint;

    @Column(nullable = false)
    private int httpHopLimit;

    @Column(name = "http_protocol_ipv6", nullable = false, length = 16)
    private String httpProtocolIpv6;

    @Column(nullable = false, length = 16)
    private String instanceMetadataTags;

    @SuppressWarnings("NullAway.Init") // JPA
    protected MetadataOptions() {}

    /**
     * The defaults. Images that are made for version 2 of the metadata service require tokens.
     *
     * @param secondVersion whether the image is made for version 2
     */
    MetadataOptions(boolean secondVersion) {
        this.httpTokens = secondVersion ? REQUIRED : "optional";
        this.httpEndpoint = "enabled";
        this.httpHopLimit = secondVersion ? 2 : 1;
        this.httpProtocolIpv6 = DISABLED;
        this.instanceMetadataTags = DISABLED;
    }

    /**
     * A copy with the given values.
     *
     * @param tokens {@code optional} or {@code required}
     * @param endpoint {@code enabled} or {@code disabled}, as the last two
     */
    void change(
            @Nullable String tokens,
            @Nullable String endpoint,
            @Nullable Integer hops,
            @Nullable String ipv6,
            @Nullable String tags) {
        this.httpTokens = given(tokens, httpTokens);
        this.httpEndpoint = given(endpoint, httpEndpoint);
        this.httpProtocolIpv6 = given(ipv6, httpProtocolIpv6);
        this.instanceMetadataTags = given(tags, instanceMetadataTags);
        if (hops != null) {
            if (hops < 1 || hops > MOST_HOPS) {
                throw Ec2Errors.invalidValue("HttpPutResponseHopLimit", hops, "Expecting 1 to " + MOST_HOPS + ".");
            }
            this.httpHopLimit = hops;
        }
    }

    String tokens() {
        return httpTokens;
    }

    String endpoint() {
        return httpEndpoint;
    }

    int hops() {
        return httpHopLimit;
    }

    Map<String, List<String>> conditionKeys() {
        return Map.of(
                "ec2:MetadataHttpTokens", List.of(httpTokens),
                "ec2:MetadataHttpEndpoint", List.of(httpEndpoint),
                "ec2:MetadataHttpPutResponseHopLimit", List.of(String.valueOf(httpHopLimit)),
                "ec2:InstanceMetadataTags", List.of(instanceMetadataTags));
    }

    String ipv6() {
        return httpProtocolIpv6;
    }

    String tags() {
        return instanceMetadataTags;
    }

    private static String given(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
