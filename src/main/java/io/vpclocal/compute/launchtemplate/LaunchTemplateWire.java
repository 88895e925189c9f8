package io.vpclocal.compute.launchtemplate;

import static io.vpclocal.resource.WireForms.orAbsent;
import static io.vpclocal.resource.WireForms.seconds;

import io.vpclocal.compute.launchtemplate.LaunchTemplateService.Version;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Launch templates as the API shows them. */
final class LaunchTemplateWire {

    private LaunchTemplateWire() {}

    static LaunchTemplate toWire(LaunchTemplateEntity of, List<Tag> tags) {
        return LaunchTemplate.builder()
                .launchTemplateId(of.id())
                .launchTemplateName(of.name())
                .createTime(seconds(of.createdAt()))
                .createdBy(of.createdBy())
                .defaultVersionNumber(of.defaultVersion())
                .latestVersionNumber(of.latestVersion())
                .tags(orAbsent(tags))
                .build();
    }

    static LaunchTemplateVersion toWire(Version of) {
        return LaunchTemplateVersion.builder()
                .launchTemplateId(of.template().id())
                .launchTemplateName(of.template().name())
                .versionNumber(of.version().number())
                .versionDescription(of.version().description())
                .createTime(seconds(of.version().createdAt()))
                .createdBy(of.version().createdBy())
                .defaultVersion(of.version().number() == of.template().defaultVersion())
                .launchTemplateData(of.version().data().toResponse())
                .build();
    }
}
