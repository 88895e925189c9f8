package io.vpclocal.traffic.instance;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsRequest;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataOptionsRequest;

/** Metadata options in requests and answers. */
final class MetadataOptionsWire {

    private MetadataOptionsWire() {}

    /**
     * The options of a launch.
     *
     * @param secondVersion whether the image is made for version 2 of the metadata service
     */
    static MetadataOptions read(boolean secondVersion, @Nullable InstanceMetadataOptionsRequest given) {
        MetadataOptions options = new MetadataOptions(secondVersion);
        if (given != null) {
            options.change(
                    given.httpTokensAsString(),
                    given.httpEndpointAsString(),
                    given.httpPutResponseHopLimit(),
                    given.httpProtocolIpv6AsString(),
                    given.instanceMetadataTagsAsString());
        }
        return options;
    }

    static void change(MetadataOptions options, ModifyInstanceMetadataOptionsRequest given) {
        options.change(
                given.httpTokensAsString(),
                given.httpEndpointAsString(),
                given.httpPutResponseHopLimit(),
                given.httpProtocolIpv6AsString(),
                given.instanceMetadataTagsAsString());
    }

    /** @param state {@code pending} or {@code applied} */
    static InstanceMetadataOptionsResponse toWire(MetadataOptions of, String state) {
        return InstanceMetadataOptionsResponse.builder()
                .state(state)
                .httpTokens(of.tokens())
                .httpEndpoint(of.endpoint())
                .httpPutResponseHopLimit(of.hops())
                .httpProtocolIpv6(of.ipv6())
                .instanceMetadataTags(of.tags())
                .build();
    }
}
