package io.vpclocal.compute.launchtemplate;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.seconds;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateRequest;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateResponse;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateRequest;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.ModifyLaunchTemplateRequest;
import software.amazon.awssdk.services.ec2.model.ModifyLaunchTemplateResponse;

@AwsController
class LaunchTemplateController {

    private static final Describe<LaunchTemplateEntity> FILTERS = Describe.<LaunchTemplateEntity>filters()
            .column("launch-template-name", "name", LaunchTemplateEntity::name)
            .filter("create-time", template -> seconds(template.createdAt()))
            .tags()
            .maxResults(MaxResults.classic(1, 200))
            .build();

    private final LaunchTemplateService service;
    private final LaunchTemplates templates;
    private final LaunchTemplateRepository repository;
    private final ClientTokens clientTokens;
    private final Describer describer;
    private final TagStore tags;

    LaunchTemplateController(
            LaunchTemplateService service,
            LaunchTemplates templates,
            LaunchTemplateRepository repository,
            ClientTokens clientTokens,
            Describer describer,
            TagStore tags) {
        this.service = service;
        this.templates = templates;
        this.repository = repository;
        this.clientTokens = clientTokens;
        this.describer = describer;
        this.tags = tags;
    }

    @AwsAction(tags = "launch-template", missing = "checks of the parameters before a launch uses them")
    CreateLaunchTemplateResponse createLaunchTemplate(CreateLaunchTemplateRequest request, Call call) {
        String name = require(request.launchTemplateName(), "LaunchTemplateName");
        if (request.launchTemplateData() == null) {
            throw LaunchTemplateErrors.noData();
        }
        LaunchTemplateEntity made = clientTokens.once(
                call,
                request.clientToken(),
                request,
                id -> repository.find(call.scope(), id),
                () -> service.create(
                        call,
                        name,
                        request.versionDescription(),
                        request.launchTemplateData(),
                        request.tagSpecifications()));
        return CreateLaunchTemplateResponse.builder()
                .launchTemplate(LaunchTemplateWire.toWire(made, tags.of(call.scope(), made.id())))
                .build();
    }

    @AwsAction
    DescribeLaunchTemplatesResponse describeLaunchTemplates(DescribeLaunchTemplatesRequest request, Call call) {
        List<String> ids = new ArrayList<>();
        request.launchTemplateIds()
                .forEach(id -> ids.add(templates.require(call.scope(), id, null).id()));
        for (String name : request.launchTemplateNames()) {
            ids.add(repository
                    .named(call.scope(), name)
                    .orElseThrow(LaunchTemplateErrors::namesNotFound)
                    .id());
        }
        Page<LaunchTemplateEntity> page = describer.page(
                FILTERS,
                LaunchTemplateEntity.class,
                LaunchTemplates.KIND,
                call.scope(),
                ids,
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeLaunchTemplatesResponse.builder()
                .launchTemplates(page.map(LaunchTemplateWire::toWire, LaunchTemplateEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    ModifyLaunchTemplateResponse modifyLaunchTemplate(ModifyLaunchTemplateRequest request, Call call) {
        if (request.launchTemplateId() != null && request.launchTemplateName() != null) {
            throw LaunchTemplateErrors.bothToModify();
        }
        LaunchTemplateEntity template =
                templates.require(call.scope(), request.launchTemplateId(), request.launchTemplateName());
        String version = require(request.defaultVersion(), "SetDefaultVersion");
        LaunchTemplateEntity changed = clientTokens.once(
                call,
                request.clientToken(),
                request,
                id -> Optional.of(template),
                () -> service.changeDefault(call.scope(), template, version));
        return ModifyLaunchTemplateResponse.builder()
                .launchTemplate(LaunchTemplateWire.toWire(changed, tags.of(call.scope(), changed.id())))
                .build();
    }

    @AwsAction
    DeleteLaunchTemplateResponse deleteLaunchTemplate(DeleteLaunchTemplateRequest request, Call call) {
        LaunchTemplateEntity template =
                templates.require(call.scope(), request.launchTemplateId(), request.launchTemplateName());
        service.delete(template);
        return DeleteLaunchTemplateResponse.builder()
                .launchTemplate(LaunchTemplateWire.toWire(template, List.of()))
                .build();
    }
}
