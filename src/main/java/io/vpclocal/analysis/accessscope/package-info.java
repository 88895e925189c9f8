/** Network Access Analyzer: access scopes, and the paths that match them. */
@NullMarked
package io.vpclocal.analysis.accessscope;

import org.jspecify.annotations.NullMarked;
