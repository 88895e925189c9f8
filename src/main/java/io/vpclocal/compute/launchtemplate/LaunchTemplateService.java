package io.vpclocal.compute.launchtemplate;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of launch templates. */
@Service
class LaunchTemplateService {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9()./_-]{3,128}");

    private final LaunchTemplates lookup;
    private final LaunchTemplateRepository templates;
    private final LaunchTemplateVersions versions;
    private final TagStore tags;
    private final Ids ids;
    private final Clock clock;

    LaunchTemplateService(
            LaunchTemplates lookup,
            LaunchTemplateRepository templates,
            LaunchTemplateVersions versions,
            TagStore tags,
            Ids ids,
            Clock clock) {
        this.lookup = lookup;
        this.templates = templates;
        this.versions = versions;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    /** A version with its template. */
    record Version(LaunchTemplateEntity template, LaunchTemplateVersionEntity version) {

        String key() {
            return template.id() + " " + version.number();
        }
    }

    LaunchTemplateEntity create(
            Call call,
            String name,
            @Nullable String description,
            RequestLaunchTemplateData data,
            List<TagSpecification> specifications) {
        Scope scope = call.scope();
        if (!NAME.matcher(name).matches()) {
            throw LaunchTemplateErrors.badName();
        }
        if (templates.named(scope, name).isPresent()) {
            throw LaunchTemplateErrors.nameInUse();
        }
        LaunchTemplateEntity made = templates.save(new LaunchTemplateEntity(
                scope,
                ids.next(LaunchTemplates.KIND.prefix()),
                clock.instant(),
                name,
                call.caller().arn()));
        add(call, made, 1, description, TemplateData.of(data));
        tags.create(scope, LaunchTemplates.KIND, made.id(), specifications);
        return made;
    }

    /** @param source the version that the new one begins with; null for none */
    Version createVersion(
            Call call,
            LaunchTemplateEntity template,
            @Nullable String source,
            @Nullable String description,
            RequestLaunchTemplateData data) {
        LaunchTemplateEntity locked =
                templates.lock(call.scope(), template.id()).orElseThrow();
        TemplateData whole = source == null
                ? TemplateData.of(data)
                : lookup.version(locked, source).data().under(data);
        return new Version(locked, add(call, locked, locked.nextVersion(), description, whole));
    }

    /** The version with the key of {@link Version#key}. */
    Optional<Version> find(Scope scope, String key) {
        String[] parts = key.split(" ", 2);
        return templates.find(scope, parts[0]).flatMap(template -> versions.findByTemplateIdAndVersionNumber(
                        parts[0], Long.parseLong(parts[1]))
                .map(version -> new Version(template, version)));
    }

    LaunchTemplateEntity changeDefault(Scope scope, LaunchTemplateEntity template, String version) {
        LaunchTemplateEntity locked = templates.lock(scope, template.id()).orElseThrow();
        locked.defaultVersion(lookup.find(locked, version)
                .orElseThrow(() -> LaunchTemplateErrors.noSuchDefault(version))
                .number());
        return locked;
    }

    void delete(LaunchTemplateEntity template) {
        versions.deleteByTemplateId(template.id());
        tags.forget(template.scope(), template.id());
        templates.delete(template);
    }

    void delete(LaunchTemplateVersionEntity version) {
        versions.delete(version);
    }

    /** The versions that a description asks for: of one template, or the latest and default ones of all. */
    List<Version> described(Scope scope, DescribeLaunchTemplateVersionsRequest request) {
        if (request.launchTemplateId() == null && request.launchTemplateName() == null) {
            return describedOfAll(scope, request.versions());
        }
        LaunchTemplateEntity template = lookup.require(scope, request.launchTemplateId(), request.launchTemplateName());
        List<LaunchTemplateVersionEntity> all = versions.findByTemplateIdOrderByVersionNumberDesc(template.id());
        List<LaunchTemplateVersionEntity> wanted = request.versions().isEmpty()
                ? all
                : request.versions().stream()
                        .map(text -> lookup.version(template, text))
                        .distinct()
                        .toList();
        return wanted.stream()
                .filter(version -> between(version.number(), request.minVersion(), request.maxVersion()))
                .map(version -> new Version(template, version))
                .toList();
    }

    private List<Version> describedOfAll(Scope scope, List<String> wanted) {
        if (wanted.isEmpty()) {
            throw LaunchTemplateErrors.neitherTemplateNorVersions();
        }
        if (!LaunchTemplates.MOVING.containsAll(wanted)) {
            throw LaunchTemplateErrors.numberWithoutTemplate();
        }
        List<Version> found = new ArrayList<>();
        for (LaunchTemplateEntity template : templates.findAll(scope)) {
            for (String text : wanted) {
                lookup.find(template, text).ifPresent(version -> found.add(new Version(template, version)));
            }
        }
        return found;
    }

    private static boolean between(long number, @Nullable String least, @Nullable String most) {
        return bound(least, "MinVersion", 0) <= number && number <= bound(most, "MaxVersion", Long.MAX_VALUE);
    }

    private static long bound(@Nullable String text, String parameter, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!LaunchTemplates.NUMBER.matcher(text).matches()) {
            throw Ec2Errors.invalidValue(parameter, text, "Expecting the number of a version.");
        }
        return Long.parseLong(text);
    }

    private LaunchTemplateVersionEntity add(
            Call call, LaunchTemplateEntity template, long number, @Nullable String description, TemplateData data) {
        return versions.save(new LaunchTemplateVersionEntity(
                template,
                number,
                description,
                data,
                clock.instant(),
                call.caller().arn()));
    }
}
