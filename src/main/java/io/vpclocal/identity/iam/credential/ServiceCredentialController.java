package io.vpclocal.identity.iam.credential;

import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.iam.user.UserService;
import io.vpclocal.identity.iam.user.Users;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceSpecificCredentialResponse;
import software.amazon.awssdk.services.iam.model.DeleteServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceSpecificCredentialResponse;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsResponse;
import software.amazon.awssdk.services.iam.model.ResetServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.ResetServiceSpecificCredentialResponse;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredential;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;
import software.amazon.awssdk.services.iam.model.UpdateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.UpdateServiceSpecificCredentialResponse;

/** The password of a credential is returned once and not stored, because no emulated service accepts it. */
@AwsController(AwsService.IAM)
class ServiceCredentialController {

    private static final CredentialKind KIND = CredentialKind.SERVICE;
    private static final int SECRET_BYTES = 33;

    /** The services with such credentials, and whether they have an API key instead of a user name and password. */
    private static final Map<String, Boolean> SERVICES = Map.of(
            "codecommit.amazonaws.com", false,
            "cassandra.amazonaws.com", false,
            "bedrock.amazonaws.com", true);

    private final UserCredentialService credentials;
    private final UserService users;
    private final Users userRows;
    private final IamPages pages;
    private final Ids ids;
    private final Clock clock;

    ServiceCredentialController(
            UserCredentialService credentials,
            UserService users,
            Users userRows,
            IamPages pages,
            Ids ids,
            Clock clock) {
        this.credentials = credentials;
        this.users = users;
        this.userRows = userRows;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    @AwsAction
    CreateServiceSpecificCredentialResponse createServiceSpecificCredential(
            CreateServiceSpecificCredentialRequest request, Call call) {
        UserEntity user = credentials.user(call, IamParams.require(request.userName(), "userName"));
        String service = IamParams.require(request.serviceName(), "serviceName");
        Boolean apiKey = SERVICES.get(service);
        if (apiKey == null) {
            throw notSupported(service);
        }
        Integer days = request.credentialAgeDays();
        Instant end = days == null ? null : clock.instant().plus(Duration.ofDays(days));
        if (end != null && !apiKey) {
            throw IamErrors.invalidInput("Credentials of " + service + " do not expire.");
        }
        String base = user.name() + "-at-" + user.scope().account();
        long others = credentials.of(KIND, user).stream()
                .filter(other -> other.serviceUser().startsWith(base))
                .count();
        UserCredentialEntity made = credentials.createForService(
                user, service, apiKey ? base : others == 0 ? base : base + "+" + others, end);
        return CreateServiceSpecificCredentialResponse.builder()
                .serviceSpecificCredential(inFull(user, made))
                .build();
    }

    @AwsAction
    ListServiceSpecificCredentialsResponse listServiceSpecificCredentials(
            ListServiceSpecificCredentialsRequest request, Call call) {
        String service = request.serviceName();
        if (service != null && !SERVICES.containsKey(service)) {
            throw notSupported(service);
        }
        List<UserEntity> owners = owners(request, call);
        record Owned(UserEntity user, UserCredentialEntity credential) {}
        List<Owned> all = owners.stream()
                .flatMap(user -> credentials.of(KIND, user).stream().map(each -> new Owned(user, each)))
                .filter(each -> service == null || each.credential().service().equals(service))
                .toList();
        IamPages.Slice<Owned> slice = pages.of(
                all,
                each -> each.credential().id(),
                "ListServiceSpecificCredentials\n" + owners.size() + call.scope() + request.userName() + service,
                request.marker(),
                request.maxItems());
        // Recorded from AWS: IsTruncated is absent on the last page.
        return ListServiceSpecificCredentialsResponse.builder()
                .serviceSpecificCredentials(slice.map(each -> metadata(each.user(), each.credential())))
                .isTruncated(slice.truncated() ? true : null)
                .marker(slice.marker())
                .build();
    }

    @AwsAction
    UpdateServiceSpecificCredentialResponse updateServiceSpecificCredential(
            UpdateServiceSpecificCredentialRequest request, Call call) {
        credentials.changeStatus(
                KIND,
                credentials.user(call, request.userName()),
                id(request.serviceSpecificCredentialId()),
                request.statusAsString());
        return UpdateServiceSpecificCredentialResponse.builder().build();
    }

    @AwsAction
    ResetServiceSpecificCredentialResponse resetServiceSpecificCredential(
            ResetServiceSpecificCredentialRequest request, Call call) {
        UserEntity user = credentials.user(call, request.userName());
        UserCredentialEntity found = credentials.require(KIND, user, id(request.serviceSpecificCredentialId()));
        return ResetServiceSpecificCredentialResponse.builder()
                .serviceSpecificCredential(inFull(user, found))
                .build();
    }

    @AwsAction
    DeleteServiceSpecificCredentialResponse deleteServiceSpecificCredential(
            DeleteServiceSpecificCredentialRequest request, Call call) {
        credentials.delete(KIND, credentials.user(call, request.userName()), id(request.serviceSpecificCredentialId()));
        return DeleteServiceSpecificCredentialResponse.builder().build();
    }

    private List<UserEntity> owners(ListServiceSpecificCredentialsRequest request, Call call) {
        if (Boolean.TRUE.equals(request.allUsers())) {
            return userRows.all(IamScope.of(call.scope()));
        }
        UserEntity user = users.requireOrCaller(call, request.userName());
        return user == null ? List.of() : List.of(user);
    }

    /** Recorded from AWS. */
    private static String id(@Nullable String given) {
        return IamParams.require(given, "serviceSpecificCredentialId");
    }

    /** Recorded from AWS. */
    private static AwsException notSupported(String service) {
        return IamErrors.noSuchEntity("No such service " + service + " is supported for Service Specific Credentials");
    }

    /** With a new secret. */
    private ServiceSpecificCredential inFull(UserEntity user, UserCredentialEntity credential) {
        boolean apiKey = Boolean.TRUE.equals(SERVICES.get(credential.service()));
        String secret = Base64.getEncoder().encodeToString(ids.bytes(SECRET_BYTES));
        return ServiceSpecificCredential.builder()
                .createDate(IamWire.seconds(credential.createdAt()))
                .expirationDate(credential.expiresAt())
                .serviceName(credential.service())
                .serviceUserName(apiKey ? null : credential.serviceUser())
                .servicePassword(apiKey ? null : secret)
                .serviceCredentialAlias(apiKey ? credential.serviceUser() : null)
                .serviceCredentialSecret(apiKey ? secret : null)
                .serviceSpecificCredentialId(credential.id())
                .userName(user.name())
                .status(credential.status())
                .build();
    }

    private static ServiceSpecificCredentialMetadata metadata(UserEntity user, UserCredentialEntity credential) {
        boolean apiKey = Boolean.TRUE.equals(SERVICES.get(credential.service()));
        return ServiceSpecificCredentialMetadata.builder()
                .createDate(IamWire.seconds(credential.createdAt()))
                .expirationDate(credential.expiresAt())
                .serviceName(credential.service())
                .serviceUserName(apiKey ? null : credential.serviceUser())
                .serviceCredentialAlias(apiKey ? credential.serviceUser() : null)
                .serviceSpecificCredentialId(credential.id())
                .userName(user.name())
                .status(credential.status())
                .build();
    }
}
