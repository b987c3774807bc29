package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.intake.IntakeError;
import org.xinheng.platform.intake.StreamedUpload;
import org.xinheng.platform.integrity.Materials;
import org.xinheng.platform.shared.Actor;

/** Files handed in with entries of the ledgers of government integrity. */
@Controller
class MaterialPages {

    private final Materials materials;

    MaterialPages(Materials materials) {
        this.materials = materials;
    }

    @PostMapping({
        "/console/integrity/activities/{id}/files",
        "/console/integrity/promises/{id}/files",
        "/console/integrity/decisions/{id}/files"
    })
    String keep(
            @PathVariable UUID id,
            HttpServletRequest request,
            @RequestAttribute("org.xinheng.platform.intake.StreamedUpload") StreamedUpload upload,
            Actor actor) {
        try (var file = upload.file()) {
            materials.keep(id, upload.fileName(), file, actor);
        } catch (IOException e) {
            throw new CreditException(IntakeError.UPLOAD_BROKEN);
        }
        var address = request.getRequestURI();
        return "redirect:" + address.substring(0, address.lastIndexOf('/'));
    }

    /** Always a download: a browser runs nothing of what somebody handed in. */
    @GetMapping({
        "/console/integrity/activities/{id}/files/{material}",
        "/console/integrity/promises/{id}/files/{material}",
        "/console/integrity/decisions/{id}/files/{material}"
    })
    ResponseEntity<StreamingResponseBody> open(@PathVariable UUID id, @PathVariable UUID material, Actor actor) {
        var found = materials.get(id, material, actor);
        return Download.of(found.name(), MediaType.APPLICATION_OCTET_STREAM, out -> {
            try (var content = materials.open(found)) {
                content.transferTo(out);
            }
        });
    }
}
