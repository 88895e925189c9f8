package io.vpclocal.compute.launchtemplate;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateVersionRequest;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateRequest;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyLaunchTemplateRequest;

/** The launch templates that requests name by name. */
@Component
class LaunchTemplateAttributes implements RequestAttributes {

    private final LaunchTemplates templates;

    LaunchTemplateAttributes(LaunchTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Set<String> actions() {
        return Set.of(
                "ec2:CreateLaunchTemplateVersion",
                "ec2:ModifyLaunchTemplate",
                "ec2:DeleteLaunchTemplate",
                "ec2:DeleteLaunchTemplateVersions");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        return Optional.ofNullable(name(request))
                .flatMap(name -> templates.idOf(call.scope(), null, name))
                .map(id -> Map.of(LaunchTemplates.KIND.type(), List.of(id)))
                .orElse(Map.of());
    }

    private static @Nullable String name(SdkPojo request) {
        if (request instanceof CreateLaunchTemplateVersionRequest create) {
            return create.launchTemplateName();
        } else if (request instanceof ModifyLaunchTemplateRequest modify) {
            return modify.launchTemplateName();
        } else if (request instanceof DeleteLaunchTemplateRequest delete) {
            return delete.launchTemplateName();
        } else if (request instanceof DeleteLaunchTemplateVersionsRequest delete) {
            return delete.launchTemplateName();
        }
        return null;
    }
}
