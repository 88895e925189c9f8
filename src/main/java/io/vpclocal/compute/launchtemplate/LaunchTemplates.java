package io.vpclocal.compute.launchtemplate;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Finds launch templates and their versions, and applies them to launches. */
@Component
public class LaunchTemplates {

    public static final ResourceKind KIND =
            new ResourceKind("launch-template", "lt", "launch template", "InvalidLaunchTemplateId");

    /** A version's number. */
    static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    static final String LATEST = "$Latest";
    static final String DEFAULT = "$Default";

    /** The versions that every template has. */
    static final Set<String> MOVING = Set.of(LATEST, DEFAULT);

    private final LaunchTemplateRepository templates;
    private final LaunchTemplateVersions versions;

    LaunchTemplates(LaunchTemplateRepository templates, LaunchTemplateVersions versions) {
        this.templates = templates;
        this.versions = versions;
    }

    /**
     * The request with the parameters of its launch template.
     *
     * @throws io.vpclocal.protocol.AwsException if the template or its version does not exist
     */
    public RunInstancesRequest apply(Scope scope, RunInstancesRequest request) {
        LaunchTemplateSpecification wanted = request.launchTemplate();
        if (wanted == null) {
            return request;
        }
        LaunchTemplateEntity template = require(scope, wanted.launchTemplateId(), wanted.launchTemplateName());
        return version(template, wanted.version() == null ? DEFAULT : wanted.version())
                .data()
                .under(request);
    }

    /** Like {@link #apply}, but a request with a template or version that does not exist stays as it is. */
    public RunInstancesRequest applyIfPresent(Scope scope, RunInstancesRequest request) {
        LaunchTemplateSpecification wanted = request.launchTemplate();
        if (wanted == null) {
            return request;
        }
        String version = wanted.version() == null ? DEFAULT : wanted.version();
        return idOf(scope, wanted.launchTemplateId(), wanted.launchTemplateName())
                .flatMap(id -> templates.find(scope, id))
                .flatMap(template -> find(template, version))
                .map(found -> found.data().under(request))
                .orElse(request);
    }

    /** The id of the template that a request names; empty if it does not exist. */
    public Optional<String> idOf(Scope scope, @Nullable String id, @Nullable String name) {
        return id != null
                ? Optional.of(id)
                : Optional.ofNullable(name)
                        .flatMap(given -> templates.named(scope, given).map(LaunchTemplateEntity::id));
    }

    /** The template and version of a launch, for the tags that AWS adds; empty without a template. */
    public Optional<Applied> applied(Scope scope, @Nullable LaunchTemplateSpecification wanted) {
        if (wanted == null) {
            return Optional.empty();
        }
        LaunchTemplateEntity template = require(scope, wanted.launchTemplateId(), wanted.launchTemplateName());
        long number = version(template, wanted.version() == null ? DEFAULT : wanted.version())
                .number();
        return Optional.of(new Applied(template.id(), template.name(), number));
    }

    /** A version that a launch used. */
    public record Applied(String id, String name, long version) {}

    LaunchTemplateEntity require(Scope scope, @Nullable String id, @Nullable String name) {
        if (id != null && name != null) {
            throw LaunchTemplateErrors.both();
        }
        if (id != null) {
            if (!KIND.wellFormed(id)) {
                throw LaunchTemplateErrors.malformedId(id);
            }
            return templates.find(scope, id).orElseThrow(() -> LaunchTemplateErrors.idNotFound(id));
        }
        if (name == null) {
            throw LaunchTemplateErrors.neither();
        }
        return templates.named(scope, name).orElseThrow(() -> LaunchTemplateErrors.nameNotFound(name));
    }

    /** @param text a number, {@code $Latest} or {@code $Default} */
    LaunchTemplateVersionEntity version(LaunchTemplateEntity template, String text) {
        return find(template, text).orElseThrow(() -> LaunchTemplateErrors.versionNotFound(template.id(), text));
    }

    Optional<LaunchTemplateVersionEntity> find(LaunchTemplateEntity template, String text) {
        return switch (text) {
            case LATEST ->
                versions.findByTemplateIdOrderByVersionNumberDesc(template.id()).stream()
                        .findFirst();
            case DEFAULT -> versions.findByTemplateIdAndVersionNumber(template.id(), template.defaultVersion());
            default ->
                NUMBER.matcher(text).matches()
                        ? versions.findByTemplateIdAndVersionNumber(template.id(), Long.parseLong(text))
                        : Optional.empty();
        };
    }
}
