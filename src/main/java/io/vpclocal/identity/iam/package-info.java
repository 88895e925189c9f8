/**
 * What users, groups, roles, policies and instance profiles share: their names, paths and tags, the account they belong to,
 * and IAM's parameters, pages, limits and errors. Each kind has a subpackage.
 */
@NullMarked
package io.vpclocal.identity.iam;

import org.jspecify.annotations.NullMarked;
