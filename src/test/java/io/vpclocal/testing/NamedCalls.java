package io.vpclocal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Calls EC2 actions by their names, as an account's root user. */
public final class NamedCalls {

    private static final Pattern ERROR = Pattern.compile("(?s)<Code>(.*)</Code><Message>(.*)</Message>");
    private static final Pattern CHANGING =
            Pattern.compile("<requestId>[^<]*</requestId>|<(\\w*[dD]ate|\\w*[tT]ime\\w*)>[^<]*</\\1>");
    private static final int OK = 200;

    private final Aws aws;
    private final String account;

    public NamedCalls(Aws aws, String account) {
        this.aws = aws;
        this.account = account;
    }

    /** Code and text of the answer to a form such as {@code Action=DescribeVpcs&VpcId.1=x}; empty for success. */
    public String error(String form) throws Exception {
        HttpResponse<String> answer = RawHttp.form(aws.endpoint(), account, form);
        Matcher error = ERROR.matcher(answer.body());
        assertThat(error.find()).as("%s %s", form, answer.body()).isEqualTo(answer.statusCode() != OK);
        return answer.statusCode() == OK ? "" : error.group(1) + " " + error.group(2);
    }

    /** The answer without what differs between equal answers: request ids and times. */
    public String success(String form) throws Exception {
        HttpResponse<String> answer = RawHttp.form(aws.endpoint(), account, form);
        assertThat(answer.statusCode()).as("%s %s", form, answer.body()).isEqualTo(OK);
        return CHANGING.matcher(answer.body()).replaceAll("");
    }

    /** The names of the EC2 actions whose requests have a member that matches the regular expression. */
    public static Set<String> actionsWith(ActionRegistry registry, String member) {
        return registry.all(AwsService.EC2).stream()
                .filter(action -> members(action).stream().anyMatch(name -> name.matches(member)))
                .map(ActionDefinition::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of the members of an action's request. */
    public static Set<String> members(ActionDefinition action) {
        try {
            SdkPojo request =
                    (SdkPojo) action.requestType().getMethod("builder").invoke(null);
            return request.sdkFields().stream().map(SdkField::memberName).collect(Collectors.toSet());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(action.name(), e);
        }
    }
}
