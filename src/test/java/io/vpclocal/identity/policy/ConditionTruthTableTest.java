package io.vpclocal.identity.policy;

import static io.vpclocal.identity.policy.Policies.anaDoes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The examples of the AWS documentation (IAM User Guide, "Condition operators" and "Multivalued context keys"), with neutral
 * values. A context is a list of {@code key=value}; {@code key=[a|b]} is multivalued.
 */
class ConditionTruthTableTest {

    private static final String TWO_TAGS =
            "'StringEquals':{'tag/d':['f','h','l'],'tag/r':['a','s']},'ArnLike':{'arn':['arn:aws:iam::1:user/Ana','arn:aws:iam::1:user/Mary']}";
    private static final String TAGGING =
            "'StringEqualsIgnoreCase':{'aws:RequestTag/env':['preprod','storage']},'ForAnyValue:StringEquals':{'aws:TagKeys':'env'}";
    private static final String DIST =
            "'ForAllValues:ArnLike':{'k':['arn:aws:x::1:team/dist/*','arn:aws:x::1:team/support*']}";
    private static final String ONLY_E_AND_C =
            "'ForAllValues:StringEquals':{'aws:TagKeys':['e','c']},'Null':{'aws:TagKeys':'false'}";

    private static String condition(String name) {
        return switch (name) {
            case "equals" -> "'StringEquals':{'k':['v']}";
            case "home" -> "'StringLike':{'p':['home/','home/${aws:username}/']}";
            case "tagging" -> TAGGING;
            case "bool" -> "'Bool':{'k':'false'}";
            case "binary" -> "'BinaryEquals':{'k':'QmluYXJ5VmFsdWU='}";
            case "ip" -> "'IpAddress':{'k':'203.0.113.0/24'}";
            case "arn" -> "'ArnEquals':{'k':'arn:aws:iam::111111111111:role/r'}";
            case "dist" -> DIST;
            case "types" -> "'StringLikeIfExists':{'k':['t1.*','t2.*','m3.*']}";
            case "onlyTags" -> ONLY_E_AND_C;
            case "anyTag" -> "'ForAnyValue:StringEquals':{'aws:TagKeys':['e','c']}";
            case "like" -> TWO_TAGS;
            case "notLike" -> TWO_TAGS.replace("ArnLike", "ArnNotLike");
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest(name = "{0}: {1} with {2}")
    @CsvSource({
        "1,  equals,  k=v, true",
        "2,  equals,  k=w, false",
        "3,  equals,  '', false",
        "4,  home,    p=home/x/, false",
        "5,  home,    aws:username=ana;p=home/ana/, true",
        "6,  tagging, aws:TagKeys=[env];aws:RequestTag/env=preprod, true",
        "7,  tagging, aws:TagKeys=[env|cc];aws:RequestTag/env=PreProd, true",
        "8,  tagging, aws:TagKeys=[Env];aws:RequestTag/Env=preprod, false",
        "9,  tagging, aws:TagKeys=[cc];aws:RequestTag/env=preprod, false",
        "10, tagging, aws:RequestTag/env=storage, false",
        "11, tagging, aws:TagKeys=[env], false",
        "12, tagging, '', false",
        "13, bool,    k=false, true",
        "14, bool,    k=true, false",
        "15, bool,    '', false",
        "16, binary,  k=QmluYXJ5VmFsdWU=, true",
        "17, binary,  k=b3RoZXI=, false",
        "18, binary,  '', false",
        "19, ip,      k=203.0.113.1, true",
        "20, ip,      k=198.51.100.1, false",
        "21, arn,     k=arn:aws:iam::111111111111:role/r, true",
        "22, arn,     k=arn:aws:iam::222222222222:role/r, false",
        "23, arn,     '', false",
        "24, dist,    k=[arn:aws:x::1:team/dist/a], true",
        "25, dist,    k=[arn:aws:x::1:team/dist/a|arn:aws:x::1:team/support2], true",
        "26, dist,    k=[arn:aws:x::1:team/dist/a|arn:aws:x::1:team/admin], false",
        "27, dist,    k=[arn:aws:x::2:team/dist/a], false",
        "28, dist,    '', true",
        "29, types,   k=t1.micro, true",
        "30, types,   k=m2.micro, false",
        "31, types,   '', true",
        "32, onlyTags, aws:TagKeys=[e], true",
        "33, onlyTags, aws:TagKeys=[c], true",
        "34, onlyTags, aws:TagKeys=[e|c], true",
        "35, onlyTags, aws:TagKeys=[e|d], false",
        "36, onlyTags, '', false",
        "37, anyTag,  aws:TagKeys=[e], true",
        "38, anyTag,  aws:TagKeys=[c], true",
        "39, anyTag,  aws:TagKeys=[e|c], true",
        "40, anyTag,  aws:TagKeys=[e|d], true",
        "41, anyTag,  aws:TagKeys=[d], false",
        "42, anyTag,  '', false",
        "43, like,    tag/d=l;tag/r=a;arn=arn:aws:iam::1:user/Mary, true",
        "44, like,    tag/d=h;tag/r=a;arn=arn:aws:iam::1:user/Nikki, false",
        "45, like,    tag/d=h;tag/r=payroll;arn=arn:aws:iam::1:user/Mary, false",
        "46, like,    tag/d=h;arn=arn:aws:iam::1:user/Mary, false",
        "47, like,    arn=arn:aws:iam::1:user/Mary, false",
        "48, notLike, tag/d=l;tag/r=a;arn=arn:aws:iam::1:user/Nikki, true",
        "49, notLike, tag/d=h;tag/r=a;arn=arn:aws:iam::1:user/Mary, false",
        "50, notLike, tag/d=h;tag/r=payroll;arn=arn:aws:iam::1:user/Nikki, false",
        "51, notLike, tag/d=h;arn=arn:aws:iam::1:user/Nikki, false",
        "52, notLike, arn=arn:aws:iam::1:user/Nikki, false",
    })
    void condition_holds(int row, String condition, String context, boolean holds) {
        RequestContext.Builder request = row == 4
                ? RequestContext.of(Policies.SESSION, "x:Do") // has no aws:username
                : anaDoes("x:Do");
        put(request, context);
        String elements = "'Action':'x:Do','Resource':'*','Condition':{" + condition(condition) + "}";
        assertThat(Policies.allows(elements, request.build())).isEqualTo(holds);
    }

    static void put(RequestContext.Builder request, String context) {
        for (String entry : context.isEmpty() ? new String[0] : context.split(";")) {
            String[] pair = entry.split("=", 2);
            if (pair[1].startsWith("[")) {
                String inside = pair[1].substring(1, pair[1].length() - 1);
                request.keys(pair[0], inside.isEmpty() ? List.of() : Arrays.asList(inside.split("\\|", -1)));
            } else {
                request.key(pair[0], pair[1]);
            }
        }
    }
}
