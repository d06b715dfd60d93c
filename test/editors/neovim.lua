-- The language server in Neovim, as a user has it: diagnostics come, a code action is chosen and applied, the outline is
-- asked for. Build first, then, from the root of the repository:
--   nvim --headless -u NONE -S test/editors/neovim.lua
-- Not part of npm test (Neovim need not be installed). Works from 0.7 (Debian 12) on.
local server = { 'node', vim.fn.getcwd() .. '/dist/cli.js', 'lsp', '--stdio' }

local function say(text)
  io.stdout:write(text .. '\n')
end

local function fail(text)
  say('失败：' .. text)
  vim.cmd('cquit 1')
end

local function wait(what, condition)
  if not vim.wait(15000, condition, 20) then
    fail('没有等到' .. what)
  end
end

local file = vim.fn.tempname() .. '.要点.md'
vim.fn.writefile({
  '云溪县2026年教育工作要点',
  '',
  '一、重点任务',
  '（一）增加学位。新建公办幼儿园2所。',
  '（三）规范收费。结合第（三）项推进。',
}, file)
vim.cmd('edit ' .. vim.fn.fnameescape(file))
vim.bo.filetype = 'yaodian'
local buffer = vim.api.nvim_get_current_buf()

local client = vim.lsp.start_client({
  name = 'yaodian',
  cmd = server,
  root_dir = vim.fn.fnamemodify(file, ':h'),
  on_exit = function(code)
    say('服务器退出码 ' .. code)
  end,
})
vim.lsp.buf_attach_client(buffer, client)
if not client then
  fail('服务器没有启动')
end

local function gaps()
  return vim.tbl_filter(function(diagnostic)
    return (diagnostic.code or (diagnostic.user_data or {}).lsp.code) == 'numbering/gap'
  end, vim.diagnostic.get(buffer))
end

wait('诊断', function()
  return #gaps() > 0
end)
for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
  local code = diagnostic.code or (diagnostic.user_data or {}).lsp.code
  say(string.format('%d:%d %s [%s]', diagnostic.lnum + 1, diagnostic.col + 1, diagnostic.message, code))
end

-- What `vim.lsp.buf.code_action()` shows as a menu; the first entry is taken.
vim.ui.select = function(items, options, choose)
  for index, item in ipairs(items) do
    say(index .. ') ' .. options.format_item(item))
  end
  choose(items[1], 1)
end
vim.api.nvim_win_set_cursor(0, { gaps()[1].lnum + 1, 0 })
vim.lsp.buf.code_action()
wait('修复', function()
  return vim.api.nvim_buf_get_lines(buffer, 4, 5, false)[1]:find('（二）规范收费') ~= nil
end)
say('修复后：' .. vim.api.nvim_buf_get_lines(buffer, 4, 5, false)[1])
wait('诊断消失', function()
  return #gaps() == 0
end)

local params = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/documentSymbol', params, 5000)
for _, answer in pairs(answers or {}) do
  for _, symbol in ipairs(answer.result or {}) do
    say('大纲：' .. symbol.name .. '（' .. (symbol.detail or '') .. '）')
    for _, chapter in ipairs(symbol.children or {}) do
      say('大纲：  ' .. chapter.name)
    end
  end
end

vim.lsp.stop_client(client)
wait('服务器退出', function()
  return vim.lsp.get_client_by_id(client) == nil or vim.lsp.client_is_stopped(client)
end)
say('通过')
vim.cmd('qall!')
