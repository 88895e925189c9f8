package io.vpclocal.compute.launchtemplate;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.codec.ModelText;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceMarketOptionsRequest;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * The parameters of a launch template's version. Requests, answers and RunInstances have the same members in different
 * classes, so JSON by member name carries them from one to the other.
 *
 * @param stored JSON
 */
record TemplateData(String stored) {

    /** @throws io.vpclocal.protocol.AwsException for an end of spot requests, the only time in the data */
    static TemplateData of(RequestLaunchTemplateData data) {
        LaunchTemplateInstanceMarketOptionsRequest market = data.instanceMarketOptions();
        if (market != null
                && market.spotOptions() != null
                && market.spotOptions().validUntil() != null) {
            throw CommonErrors.notHere("ValidUntil of spot options in launch templates");
        }
        if (Params.given(data.instanceTypeAsString()) != null && data.instanceRequirements() != null) {
            throw LaunchTemplateErrors.typeAndRequirements();
        }
        requireBase64(data.userData());
        return new TemplateData(ModelText.write(data));
    }

    /** Line breaks are allowed. */
    private static void requireBase64(@Nullable String userData) {
        try {
            Base64.getDecoder().decode(userData == null ? "" : userData.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw LaunchTemplateErrors.badUserData();
        }
    }

    RequestLaunchTemplateData toRequest() {
        return (RequestLaunchTemplateData) read(RequestLaunchTemplateData.class);
    }

    ResponseLaunchTemplateData toResponse() {
        return (ResponseLaunchTemplateData) read(ResponseLaunchTemplateData.class);
    }

    /** The template's parameters, each replaced if the request has it. */
    RunInstancesRequest under(RunInstancesRequest request) {
        RunInstancesRequest.Builder merged = ((RunInstancesRequest) read(RunInstancesRequest.class)).toBuilder();
        fill((SdkPojo) merged, request);
        return merged.build();
    }

    /** These parameters, each replaced if the other data has it. */
    TemplateData under(RequestLaunchTemplateData other) {
        RequestLaunchTemplateData.Builder merged = toRequest().toBuilder();
        fill((SdkPojo) merged, other);
        return of(merged.build());
    }

    private static void fill(SdkPojo builder, SdkPojo with) {
        for (SdkField<?> field : with.sdkFields()) {
            Object value = field.getValueOrDefault(with);
            if (given(value)) {
                field.set(builder, value);
            }
        }
    }

    /**
     * False for a structure without values, which asks for nothing. Terraform sends the placement of every instance, with an
     * empty zone if there is none.
     */
    private static boolean given(@Nullable Object value) {
        return value instanceof SdkPojo structure
                ? structure.sdkFields().stream()
                        .map(field -> field.getValueOrDefault(structure))
                        .anyMatch(inside -> !"".equals(inside) && given(inside))
                : value != null && !(value instanceof SdkAutoConstructList);
    }

    private SdkPojo read(Class<? extends SdkPojo> type) {
        return ModelText.read(AwsService.EC2, type, stored);
    }
}
