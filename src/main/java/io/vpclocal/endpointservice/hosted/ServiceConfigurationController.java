package io.vpclocal.endpointservice.hosted;

import static io.vpclocal.protocol.Params.requireAny;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePayerResponsibilityRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePayerResponsibilityResponse;
import software.amazon.awssdk.services.ec2.model.StartVpcEndpointServicePrivateDnsVerificationRequest;
import software.amazon.awssdk.services.ec2.model.StartVpcEndpointServicePrivateDnsVerificationResponse;

@AwsController
class ServiceConfigurationController {

    private final ServiceConfigurations configurations;
    private final ServiceSettings settings;
    private final ServiceConfigurationDescriptions descriptions;
    private final TagStore tags;

    ServiceConfigurationController(
            ServiceConfigurations configurations,
            ServiceSettings settings,
            ServiceConfigurationDescriptions descriptions,
            TagStore tags) {
        this.configurations = configurations;
        this.settings = settings;
        this.descriptions = descriptions;
        this.tags = tags;
    }

    @AwsAction(tags = "vpc-endpoint-service")
    CreateVpcEndpointServiceConfigurationResponse createVpcEndpointServiceConfiguration(
            CreateVpcEndpointServiceConfigurationRequest request, Call call) {
        HostedServiceEntity service = configurations.create(call, request);
        return CreateVpcEndpointServiceConfigurationResponse.builder()
                .serviceConfiguration(descriptions.toWire(service, orAbsent(tags.of(call.scope(), service.id()))))
                .clientToken(request.clientToken())
                .build();
    }

    @AwsAction
    ModifyVpcEndpointServiceConfigurationResponse modifyVpcEndpointServiceConfiguration(
            ModifyVpcEndpointServiceConfigurationRequest request, Call call) {
        settings.modify(call.scope(), request);
        return ModifyVpcEndpointServiceConfigurationResponse.builder()
                .returnValue(true)
                .build();
    }

    @AwsAction
    DeleteVpcEndpointServiceConfigurationsResponse deleteVpcEndpointServiceConfigurations(
            DeleteVpcEndpointServiceConfigurationsRequest request, Call call) {
        return DeleteVpcEndpointServiceConfigurationsResponse.builder()
                .unsuccessful(configurations.delete(call.scope(), requireAny(request.serviceIds(), "ServiceId")))
                .build();
    }

    @AwsAction
    DescribeVpcEndpointServiceConfigurationsResponse describeVpcEndpointServiceConfigurations(
            DescribeVpcEndpointServiceConfigurationsRequest request, Call call) {
        Page<HostedServiceEntity> page = descriptions.describe(call.scope(), request);
        return DescribeVpcEndpointServiceConfigurationsResponse.builder()
                .serviceConfigurations(descriptions.toWire(page))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    ModifyVpcEndpointServicePayerResponsibilityResponse modifyVpcEndpointServicePayerResponsibility(
            ModifyVpcEndpointServicePayerResponsibilityRequest request, Call call) {
        configurations.chargeTo(call.scope(), request.serviceId(), request.payerResponsibilityAsString());
        return ModifyVpcEndpointServicePayerResponsibilityResponse.builder()
                .returnValue(true)
                .build();
    }

    @AwsAction(missing = "public DNS: TXT records are read from the control API only")
    StartVpcEndpointServicePrivateDnsVerificationResponse startVpcEndpointServicePrivateDnsVerification(
            StartVpcEndpointServicePrivateDnsVerificationRequest request, Call call) {
        configurations.verifyPrivateName(call.scope(), request.serviceId());
        return StartVpcEndpointServicePrivateDnsVerificationResponse.builder()
                .returnValue(true)
                .build();
    }
}
