package io.vpclocal.identity.iam.policy;

import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.identity.iam.IamWire;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.Tag;

/** Converts customer managed and AWS managed policies to response shapes. */
@Component
public class PolicyViews {

    private final Policies policies;
    private final ManagedPolicies rows;
    private final AwsManagedPolicies aws;
    private final PolicyHolders holders;
    private final IamPages pages;

    PolicyViews(
            Policies policies, ManagedPolicies rows, AwsManagedPolicies aws, PolicyHolders holders, IamPages pages) {
        this.policies = policies;
        this.rows = rows;
        this.aws = aws;
        this.holders = holders;
        this.pages = pages;
    }

    /** @param read reads the versions on demand */
    public record View(Policy policy, Supplier<List<PolicyVersion>> read) {

        static View of(ManagedPolicyEntity row) {
            Policy policy = Policy.builder()
                    .policyName(row.name())
                    .policyId(row.id())
                    .arn(row.arn())
                    .path(row.path())
                    .defaultVersionId("v" + row.defaultVersion())
                    .isAttachable(true)
                    .description(row.description())
                    .createDate(IamWire.seconds(row.createdAt()))
                    .updateDate(IamWire.seconds(row.updatedAt()))
                    .tags(IamTags.toWire(row.tags()))
                    .build();
            return new View(policy, () -> row.versions().stream()
                    .map(version -> version(
                            version.number(),
                            version.document(),
                            version.number() == row.defaultVersion(),
                            version.createdAt()))
                    .toList());
        }

        static View of(AwsManagedPolicies.AwsPolicy given, String partition) {
            Policy policy = Policy.builder()
                    .policyName(given.name())
                    .policyId(given.id())
                    .arn(given.arn(partition))
                    .path(given.path())
                    .defaultVersionId("v" + given.version())
                    .isAttachable(true)
                    .description(given.description())
                    .createDate(given.created())
                    .updateDate(given.updated())
                    .tags(List.of())
                    .build();
            return new View(policy, () -> List.of(version(given.version(), given.shown(), true, given.updated())));
        }

        private static PolicyVersion version(int number, String document, boolean inForce, Instant created) {
            return PolicyVersion.builder()
                    .document(PolicyTexts.encoded(document))
                    .versionId("v" + number)
                    .isDefaultVersion(inForce)
                    .createDate(IamWire.seconds(created))
                    .build();
        }

        /** The versions, newest first, with encoded documents. */
        public List<PolicyVersion> versions() {
            return read.get();
        }

        public String arn() {
            return policy.arn();
        }

        String id() {
            return policy.policyId();
        }

        /** CreatePolicy returns no description, and tags only if there are any (recorded from AWS). */
        Policy asCreated() {
            return toWire(0, 0)
                    .description(null)
                    .tags(policy.tags().isEmpty() ? null : policy.tags())
                    .build();
        }

        public Policy.Builder toWire(long attachments, long boundaries) {
            return policy.toBuilder().attachmentCount((int) attachments).permissionsBoundaryUsageCount((int)
                    boundaries);
        }
    }

    View require(IamScope scope, String arn) {
        return aws.find(arn)
                .map(policy -> View.of(policy, scope.partition()))
                .orElseGet(() -> View.of(policies.require(scope, arn)));
    }

    Policy inFull(IamScope scope, View view) {
        return view.toWire(
                        holders.findAttached(view.arn(), scope.account(), scope.partition())
                                .size(),
                        holders.findBounded(view.arn(), scope.account(), scope.partition())
                                .size())
                .build();
    }

    /**
     * Lists return neither descriptions nor tags. The usage filter counts only with OnlyAttached, which includes
     * policies used only as a boundary (recorded from AWS).
     */
    IamPages.Slice<Policy> list(IamScope scope, ListPoliciesRequest request) {
        String prefix = IamParams.policyPathPrefix(request.pathPrefix());
        String wanted = Objects.requireNonNullElse(request.scopeAsString(), "All");
        String usage = request.policyUsageFilterAsString();
        boolean onlyAttached = Boolean.TRUE.equals(request.onlyAttached());
        Map<String, Long> attachments = counts(holders.countAttachments(scope.account(), scope.partition()));
        Map<String, Long> boundaries = counts(holders.countBoundaries(scope.account(), scope.partition()));
        Set<String> used = new HashSet<>();
        if (!"PermissionsBoundary".equals(usage)) {
            used.addAll(attachments.keySet());
        }
        if (!"PermissionsPolicy".equals(usage)) {
            used.addAll(boundaries.keySet());
        }
        List<Policy> all = all(scope, wanted).stream()
                .filter(view -> view.policy().path().startsWith(prefix))
                .filter(view -> !onlyAttached || used.contains(view.arn()))
                .map(view -> view.toWire(
                                attachments.getOrDefault(view.arn(), 0L), boundaries.getOrDefault(view.arn(), 0L))
                        .description(null)
                        .tags((Collection<Tag>) null)
                        .build())
                .toList();
        String query = "ListPolicies\n" + scope.id() + wanted + onlyAttached + usage + prefix;
        return pages.of(all, Policy::arn, query, request.marker(), request.maxItems());
    }

    IamPages.Slice<PolicyHolderEntity> entities(IamScope scope, String arn, ListEntitiesForPolicyRequest request) {
        String prefix = IamParams.pathPrefix(request.pathPrefix());
        String usage = request.policyUsageFilterAsString();
        String filter = request.entityFilterAsString();
        Set<PolicyHolderEntity> found = new LinkedHashSet<>();
        if (!"PermissionsBoundary".equals(usage)) {
            found.addAll(holders.findAttached(arn, scope.account(), scope.partition()));
        }
        if (!"PermissionsPolicy".equals(usage)) {
            found.addAll(holders.findBounded(arn, scope.account(), scope.partition()));
        }
        List<PolicyHolderEntity> matching = found.stream()
                .filter(holder -> holder.path().startsWith(prefix))
                .filter(holder -> filter == null || holder.kind().label().equals(filter))
                .toList();
        String query = "ListEntitiesForPolicy\n" + scope.id() + arn + usage + filter + prefix;
        return pages.of(matching, PolicyHolderEntity::id, query, request.marker(), request.maxItems());
    }

    public List<View> all(IamScope scope, String wanted) {
        Stream<View> own =
                wanted.equals("AWS") ? Stream.of() : rows.all(scope).stream().map(View::of);
        Stream<View> given = wanted.equals("Local")
                ? Stream.of()
                : aws.all().stream().map(policy -> View.of(policy, scope.partition()));
        return Stream.concat(own, given).toList();
    }

    private static Map<String, Long> counts(List<PolicyUse> uses) {
        return uses.stream().collect(Collectors.toMap(PolicyUse::arn, PolicyUse::count));
    }
}
