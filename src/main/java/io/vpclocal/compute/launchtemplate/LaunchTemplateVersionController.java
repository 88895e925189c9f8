package io.vpclocal.compute.launchtemplate;

import static io.vpclocal.resource.WireForms.seconds;

import io.vpclocal.compute.launchtemplate.LaunchTemplateService.Version;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateVersionRequest;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateVersionResponse;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateVersionsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateVersionsResponseErrorItem;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateVersionsResponseSuccessItem;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsResponse;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceMetadataOptions;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

@AwsController
class LaunchTemplateVersionController {

    private static final Describe<Version> FILTERS = Describe.<Version>filters()
            .filter("create-time", version -> seconds(version.version().createdAt()))
            .filter("ebs-optimized", version -> data(version).ebsOptimized())
            .filter("http-endpoint", version -> ofMetadata(version, o -> o.httpEndpointAsString()))
            .filter("http-protocol-ipv4", version -> ofMetadata(version, o -> "enabled"))
            .filter("http-tokens", version -> ofMetadata(version, o -> o.httpTokensAsString()))
            .filter(
                    "host-resource-group-arn",
                    version -> data(version).placement() == null
                            ? null
                            : data(version).placement().hostResourceGroupArn())
            .filter(
                    "iam-instance-profile",
                    version -> data(version).iamInstanceProfile() == null
                            ? null
                            : data(version).iamInstanceProfile().arn())
            .filter("license-configuration-arn", version -> data(version).licenseSpecifications().stream()
                    .map(license -> license.licenseConfigurationArn())
                    .toList())
            .filter("network-card-index", version -> data(version).networkInterfaces().stream()
                    .map(one -> one.networkCardIndex())
                    .filter(Objects::nonNull)
                    .toList())
            .filter("image-id", version -> data(version).imageId())
            .filter("instance-type", version -> data(version).instanceTypeAsString())
            .filter(
                    "is-default-version",
                    version -> version.version().number() == version.template().defaultVersion())
            .filter("kernel-id", version -> data(version).kernelId())
            .filter("ram-disk-id", version -> data(version).ramDiskId())
            .maxResults(MaxResults.classic(1, 200))
            .build();

    private final LaunchTemplateService service;
    private final LaunchTemplates templates;
    private final Describer describer;
    private final ClientTokens clientTokens;

    LaunchTemplateVersionController(
            LaunchTemplateService service, LaunchTemplates templates, Describer describer, ClientTokens clientTokens) {
        this.clientTokens = clientTokens;
        this.service = service;
        this.templates = templates;
        this.describer = describer;
    }

    @AwsAction(missing = "idempotency")
    CreateLaunchTemplateVersionResponse createLaunchTemplateVersion(
            CreateLaunchTemplateVersionRequest request, Call call) {
        LaunchTemplateEntity template =
                templates.require(call.scope(), request.launchTemplateId(), request.launchTemplateName());
        if (request.launchTemplateData() == null) {
            throw LaunchTemplateErrors.noData();
        }
        Version made = clientTokens.once(
                call,
                request.clientToken(),
                request,
                Version::key,
                key -> service.find(call.scope(), key),
                () -> service.createVersion(
                        call,
                        template,
                        request.sourceVersion(),
                        request.versionDescription(),
                        request.launchTemplateData()));
        return CreateLaunchTemplateVersionResponse.builder()
                .launchTemplateVersion(LaunchTemplateWire.toWire(made))
                .build();
    }

    @AwsAction(missing = "ResolveAlias")
    DescribeLaunchTemplateVersionsResponse describeLaunchTemplateVersions(
            DescribeLaunchTemplateVersionsRequest request, Call call) {
        Page<Version> page = describer.page(
                FILTERS,
                service.described(call.scope(), request),
                Version::key,
                "DescribeLaunchTemplateVersions"
                        + List.of(
                                Objects.requireNonNullElse(request.launchTemplateId(), ""),
                                Objects.requireNonNullElse(request.launchTemplateName(), ""),
                                request.versions(),
                                Objects.requireNonNullElse(request.minVersion(), ""),
                                Objects.requireNonNullElse(request.maxVersion(), "")),
                call.scope(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeLaunchTemplateVersionsResponse.builder()
                .launchTemplateVersions(page.map(LaunchTemplateWire::toWire))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteLaunchTemplateVersionsResponse deleteLaunchTemplateVersions(
            DeleteLaunchTemplateVersionsRequest request, Call call) {
        if (request.versions().isEmpty()) {
            throw LaunchTemplateErrors.noVersions();
        }
        LaunchTemplateEntity template =
                templates.require(call.scope(), request.launchTemplateId(), request.launchTemplateName());
        List<DeleteLaunchTemplateVersionsResponseSuccessItem> done = new ArrayList<>();
        List<DeleteLaunchTemplateVersionsResponseErrorItem> failed = new ArrayList<>();
        for (String text : request.versions()) {
            Optional<LaunchTemplateVersionEntity> found = templates.find(template, text);
            if (found.isEmpty()) {
                failed.add(error(template, text, "launchTemplateVersionDoesNotExist", "does not exist"));
            } else if (found.get().number() == template.defaultVersion()) {
                failed.add(error(template, text, "unexpectedError", "is the default version and cannot be deleted"));
            } else {
                service.delete(found.get());
                done.add(DeleteLaunchTemplateVersionsResponseSuccessItem.builder()
                        .launchTemplateId(template.id())
                        .launchTemplateName(template.name())
                        .versionNumber(found.get().number())
                        .build());
            }
        }
        return DeleteLaunchTemplateVersionsResponse.builder()
                .successfullyDeletedLaunchTemplateVersions(done)
                .unsuccessfullyDeletedLaunchTemplateVersions(failed)
                .build();
    }

    private static ResponseLaunchTemplateData data(Version version) {
        return version.version().data().toResponse();
    }

    private static @Nullable String ofMetadata(
            Version version, Function<LaunchTemplateInstanceMetadataOptions, @Nullable String> value) {
        LaunchTemplateInstanceMetadataOptions options = data(version).metadataOptions();
        return options == null ? null : value.apply(options);
    }

    private static DeleteLaunchTemplateVersionsResponseErrorItem error(
            LaunchTemplateEntity template, String version, String code, String what) {
        boolean number = LaunchTemplates.NUMBER.matcher(version).matches();
        return DeleteLaunchTemplateVersionsResponseErrorItem.builder()
                .launchTemplateId(template.id())
                .launchTemplateName(template.name())
                .versionNumber(number ? Long.valueOf(version) : null)
                .responseError(e -> e.code(code).message("The version " + version + " " + what + "."))
                .build();
    }
}
