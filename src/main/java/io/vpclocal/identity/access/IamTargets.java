package io.vpclocal.identity.access;

import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.ResourceAttributes.Attributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** Resources of IAM requests, named by name or ARN. The ARN is known before a resource is created. */
@Component
class IamTargets implements Targets {

    /** Actions that create what they name, so that the ARN follows from the path in the request. */
    private static final Set<String> CREATING =
            Set.of("CreateUser", "CreateGroup", "CreateRole", "CreateInstanceProfile", "UploadServerCertificate");

    private final IamDirectory directory;

    IamTargets(IamDirectory directory) {
        this.directory = directory;
    }

    @Override
    public AwsService service() {
        return AwsService.IAM;
    }

    @Override
    public List<Target> of(Call call, ActionRule rule, SdkPojo request) {
        RequestMembers members = new RequestMembers(request);
        List<Target> targets = new ArrayList<>();
        for (ActionRule.Resource resource : rule.resources()) {
            String arn = arn(call, resource.type(), members);
            if (arn != null) {
                targets.add(target(resource.type(), arn));
            } else if (resource.required()) {
                String any = IamScope.of(call.scope()).arn(resource.type() + "/*");
                targets.add(Target.made(resource.type(), any));
            }
        }
        return targets.isEmpty() ? List.of(Target.ANY) : targets;
    }

    /** The target for a named resource of an account. */
    Target target(String type, String arn) {
        return Target.existing(type, arn, () -> named(type, arn).map(IamTargets::attributes));
    }

    /** The ARN of a role in the caller's account. */
    String role(Call call, String name) {
        IamScope scope = IamScope.of(call.scope());
        return directory
                .named(IamKind.ROLE, scope, name)
                .map(IamDirectory.Named::arn)
                .orElseGet(() -> scope.arn("role/" + name));
    }

    private Optional<IamDirectory.Named> named(String type, String arn) {
        // The name of an OpenID Connect provider contains the path of its URL.
        int slash = type.equals(IamKind.OIDC_PROVIDER.type()) ? arn.indexOf('/') : arn.lastIndexOf('/');
        String name = arn.substring(slash + 1);
        return kind(type).flatMap(kind -> IamScope.ofArn(arn)
                .flatMap(scope -> directory.named(kind, scope, name))
                .filter(found -> found.arn().equals(arn)));
    }

    private static Attributes attributes(IamDirectory.Named found) {
        String boundary = found.boundary();
        return new Attributes(
                boundary == null ? Map.of() : Map.of("iam:PermissionsBoundary", List.of(boundary)), found.tags());
    }

    private @Nullable String arn(Call call, String type, RequestMembers members) {
        IamScope scope = IamScope.of(call.scope());
        String source = members.first("PolicySourceArn");
        if (source != null) {
            return source.contains(":" + type + "/") ? source : null;
        }
        return switch (type) {
            case "policy" -> policy(scope, members);
            case "role" -> role(call, scope, members);
            case "user" -> user(call, scope, members);
            case "group" -> byName(IamKind.GROUP, call, scope, members.first("GroupName"), members);
            case "instance-profile" ->
                byName(IamKind.INSTANCE_PROFILE, call, scope, members.first("InstanceProfileName"), members);
            case "oidc-provider" -> oidcProvider(scope, members);
            case "saml-provider" -> samlProvider(scope, members);
            case "mfa" -> mfaDevice(scope, members);
            case "server-certificate" ->
                byName(IamKind.SERVER_CERTIFICATE, call, scope, members.first("ServerCertificateName"), members);
            default -> null;
        };
    }

    private static @Nullable String oidcProvider(IamScope scope, RequestMembers members) {
        String url = members.first("Url");
        return url == null
                ? members.first("OpenIDConnectProviderArn")
                : scope.arn("oidc-provider/" + (url.startsWith("https://") ? url.substring("https://".length()) : url));
    }

    private static @Nullable String samlProvider(IamScope scope, RequestMembers members) {
        String name = members.first("Name");
        return name == null ? members.first("SAMLProviderArn") : scope.arn("saml-provider/" + name);
    }

    private static @Nullable String mfaDevice(IamScope scope, RequestMembers members) {
        String name = members.first("VirtualMFADeviceName");
        return name == null ? members.first("SerialNumber") : scope.arn("mfa" + path(members) + name);
    }

    private static @Nullable String policy(IamScope scope, RequestMembers members) {
        String arn = members.first("PolicyArn");
        String name = members.first("PolicyName");
        return arn != null || name == null ? arn : scope.arn("policy" + path(members) + name);
    }

    private @Nullable String role(Call call, IamScope scope, RequestMembers members) {
        String service = members.first("AWSServiceName");
        if (service != null) {
            return directory.serviceLinkedRoleArn(scope, service, members.first("CustomSuffix"));
        }
        String task = members.first("DeletionTaskId");
        if (task != null) {
            int begin = task.indexOf('/');
            int end = task.lastIndexOf('/');
            return begin < 0 || end <= begin ? null : scope.arn("role" + task.substring(begin, end));
        }
        return byName(IamKind.ROLE, call, scope, members.first("RoleName"), members);
    }

    private @Nullable String user(Call call, IamScope scope, RequestMembers members) {
        String key = call.action().equals("GetAccessKeyLastUsed") ? members.first("AccessKeyId") : null;
        if (key != null) {
            return directory
                    .key(key)
                    .flatMap(stored -> Optional.ofNullable(stored.userId()))
                    .flatMap(directory::user)
                    .map(IamDirectory.Holder::arn)
                    .orElse(null);
        }
        String name = members.first("UserName");
        if (name == null && Principal.of(call).who().kind() == PolicyPrincipal.Kind.USER) {
            return call.caller().arn();
        }
        return byName(IamKind.USER, call, scope, name, members);
    }

    private @Nullable String byName(
            IamKind kind, Call call, IamScope scope, @Nullable String name, RequestMembers members) {
        if (name == null) {
            return null;
        }
        if (CREATING.contains(call.action())) {
            return scope.arn(kind.type() + path(members) + name);
        }
        return directory
                .named(kind, scope, name)
                .map(IamDirectory.Named::arn)
                .orElseGet(() -> scope.arn(kind.type() + "/" + name));
    }

    private static String path(RequestMembers members) {
        String path = members.first("Path");
        return path == null ? "/" : path;
    }

    private static Optional<IamKind> kind(String type) {
        return Arrays.stream(IamKind.values())
                .filter(kind -> kind.type().equals(type))
                .findFirst();
    }
}
