package io.vpclocal.identity.iam;

import io.vpclocal.protocol.Scope;
import java.util.Optional;

/**
 * The account and partition of users, groups, roles and policies, which have no Region.
 *
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 * @param account twelve digits
 */
public record IamScope(String partition, String account) {

    public static IamScope of(Scope scope) {
        return new IamScope(scope.partition(), scope.account());
    }

    /** The scope of an IAM or STS ARN. Empty if the text is not such an ARN. */
    public static Optional<IamScope> ofArn(String arn) {
        String[] parts = arn.split(":", 6);
        boolean named = parts.length == 6 && parts[0].equals("arn") && parts[4].matches("\\d{12}");
        return named ? Optional.of(new IamScope(parts[1], parts[4])) : Optional.empty();
    }

    /** True if a text has the form of a role ARN. */
    public static boolean isRoleArn(String text) {
        return text.contains(":iam::") && text.contains(":role/") && ofArn(text).isPresent();
    }

    /** For example {@code arn:aws:iam::123456789012:user/ana}. */
    public String arn(String resource) {
        return "arn:" + partition + ":iam::" + account + ":" + resource;
    }

    /** For example {@code arn:aws:sts::123456789012:assumed-role/reader/session}. */
    public String stsArn(String resource) {
        return "arn:" + partition + ":sts::" + account + ":" + resource;
    }

    /** Account and partition as one text. */
    public String id() {
        return partition + ":" + account;
    }
}
