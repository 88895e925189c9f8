package io.vpclocal.identity.iam.report;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.identity.iam.credential.UserCredentialService;
import io.vpclocal.identity.iam.lastuse.LastUses;
import io.vpclocal.identity.iam.mfa.MfaDeviceService;
import io.vpclocal.identity.iam.password.LoginProfileEntity;
import io.vpclocal.identity.iam.password.LoginProfileService;
import io.vpclocal.identity.iam.password.PasswordRules;
import io.vpclocal.identity.iam.user.AccessKeyEntity;
import io.vpclocal.identity.iam.user.AccessKeyRows;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.iam.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lines of a credential report (IAM User Guide, "Get credential reports"). */
@Component
class CredentialReportLines {

    private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,"
            + "password_last_changed,password_next_rotation,mfa_active,access_key_1_active,"
            + "access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,"
            + "access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
            + "access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
            + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private static final String NONE = "N/A";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final Users users;
    private final AccessKeyRows keys;
    private final LastUses lastUses;
    private final MfaDeviceService mfaDevices;
    private final LoginProfileService profiles;
    private final UserCredentialService credentials;

    CredentialReportLines(
            Users users,
            AccessKeyRows keys,
            LastUses lastUses,
            MfaDeviceService mfaDevices,
            LoginProfileService profiles,
            UserCredentialService credentials) {
        this.users = users;
        this.keys = keys;
        this.lastUses = lastUses;
        this.mfaDevices = mfaDevices;
        this.profiles = profiles;
        this.credentials = credentials;
    }

    String csv(IamScope scope) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        lines.add(root(scope));
        users.all(scope).forEach(user -> lines.add(line(user)));
        return String.join("\n", lines);
    }

    /** The root user's password is not emulated. */
    private String root(IamScope scope) {
        List<String> values = new ArrayList<>(List.of(
                "<root_account>",
                scope.arn("root"),
                time(Instant.EPOCH),
                "not_supported",
                "no_information",
                "not_supported",
                "not_supported",
                String.valueOf(!mfaDevices.of(scope, scope.account()).isEmpty())));
        addKeys(values, keys.findOfRoot(scope.account(), scope.partition()));
        values.addAll(List.of("false", NONE, "false", NONE));
        return String.join(",", values);
    }

    private String line(UserEntity user) {
        List<String> values = new ArrayList<>(List.of(user.name(), user.arn(), time(user.createdAt())));
        addPassword(values, user);
        values.add(String.valueOf(!mfaDevices.of(user.scope(), user.id()).isEmpty()));
        addKeys(values, keys.findByUserSeqOrderBySeq(user.seq()));
        List<UserCredentialService.SigningCertificateState> certificates = credentials.signingCertificates(user);
        for (int i = 0; i < 2; i++) {
            boolean present = i < certificates.size();
            values.add(String.valueOf(present && certificates.get(i).active()));
            values.add(present ? time(certificates.get(i).uploadedAt()) : NONE);
        }
        return String.join(",", values);
    }

    private void addPassword(List<String> values, UserEntity user) {
        Optional<LoginProfileEntity> profile = profiles.find(user);
        values.add(String.valueOf(profile.isPresent()));
        values.add(profile.isPresent() ? "no_information" : NONE);
        values.add(profile.map(found -> time(found.changedAt())).orElse(NONE));
        Optional<Integer> days = profiles.rules(user.scope()).map(PasswordRules::maxAge);
        values.add(
                profile.flatMap(found -> days.map(age -> time(found.changedAt().plus(Duration.ofDays(age)))))
                        .orElse(NONE));
    }

    private void addKeys(List<String> values, List<AccessKeyEntity> all) {
        for (int i = 0; i < 2; i++) {
            AccessKeyEntity key = i < all.size() ? all.get(i) : null;
            values.add(String.valueOf(key != null && key.active()));
            values.add(key == null ? NONE : time(key.createdAt()));
            Optional<LastUses.Use> use = key == null ? Optional.empty() : lastUses.of(key.id());
            values.add(use.map(found -> time(found.at())).orElse(NONE));
            values.add(use.map(LastUses.Use::region).orElse(NONE));
            values.add(use.map(LastUses.Use::service).orElse(NONE));
        }
    }

    private static String time(Instant instant) {
        return TIME.format(IamWire.seconds(instant).atOffset(ZoneOffset.UTC));
    }
}
