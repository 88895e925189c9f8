package io.vpclocal.traffic.instance;

import io.vpclocal.resource.Ec2Errors;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsRequest;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataOptionsRequest;

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

    MetadataOptions with(@Nullable InstanceMetadataOptionsRequest given) {
        if (given != null) {
            change(
                    given.httpTokensAsString(),
                    given.httpEndpointAsString(),
                    given.httpPutResponseHopLimit(),
                    given.httpProtocolIpv6AsString(),
                    given.instanceMetadataTagsAsString());
        }
        return this;
    }

    void change(ModifyInstanceMetadataOptionsRequest given) {
        change(
                given.httpTokensAsString(),
                given.httpEndpointAsString(),
                given.httpPutResponseHopLimit(),
                given.httpProtocolIpv6AsString(),
                given.instanceMetadataTagsAsString());
    }

    private void change(
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

    /** @param state {@code pending} or {@code applied} */
    InstanceMetadataOptionsResponse toWire(String state) {
        return InstanceMetadataOptionsResponse.builder()
                .state(state)
                .httpTokens(httpTokens)
                .httpEndpoint(httpEndpoint)
                .httpPutResponseHopLimit(httpHopLimit)
                .httpProtocolIpv6(httpProtocolIpv6)
                .instanceMetadataTags(instanceMetadataTags)
                .build();
    }

    private static String given(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
