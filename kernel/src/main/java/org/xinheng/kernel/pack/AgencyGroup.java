package org.xinheng.kernel.pack;

import java.util.List;

/**
 * A collective name of agencies in documents (各有关部门、各县区人民政府).
 *
 * @param aliases other names met in documents
 * @param members ids of the agencies meant
 */
public record AgencyGroup(
        String id, Label label, List<String> aliases, List<String> members, String source, boolean verified)
        implements PackEntry {}
